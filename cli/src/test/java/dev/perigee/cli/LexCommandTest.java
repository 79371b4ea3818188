package dev.perigee.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class LexCommandTest {
    @TempDir
    Path folder;

    @Test
    void prints_a_token_a_line() {
        assertThat(CommandRun.withInput(
                        "query Q {\n  a(b: \"é\\n\", c: [-1, 2.5])\n  ...F # end\n}\n\"\"\"\nd\n\"\"\"", "lex", "-"))
                .isEqualTo(new CommandRun(0, """
                    Name        query 1,1 - 1,6
                    Name        Q 1,7 - 1,8
                    Punctuator  { 1,9 - 1,10
                    Name        a 2,3 - 2,4
                    Punctuator  ( 2,4 - 2,5
                    Name        b 2,5 - 2,6
                    Punctuator  : 2,6 - 2,7
                    StringValue "é\\n" 2,8 - 2,13
                    Name        c 2,15 - 2,16
                    Punctuator  : 2,16 - 2,17
                    Punctuator  [ 2,18 - 2,19
                    IntValue    -1 2,19 - 2,21
                    FloatValue  2.5 2,23 - 2,26
                    Punctuator  ] 2,26 - 2,27
                    Punctuator  ) 2,27 - 2,28
                    Punctuator  ... 3,3 - 3,6
                    Name        F 3,6 - 3,7
                    Punctuator  } 4,1 - 4,2
                    BlockString "d" 5,1 - 7,4
                    End         7,4 - 7,4
                    """, ""));
    }

    @Test
    void prints_json_a_line_a_file() throws IOException {
        Path good = Files.writeString(folder.resolve("good.graphql"), "{é".replace("é", "a") + "\n");
        Path wrong = Files.writeString(folder.resolve("wrong.graphql"), "\n a ? b");

        CommandRun run =
                CommandRun.withInput("\"\uD83D\uDE00\"", "lex", "--json", good.toString(), wrong.toString(), "-");

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).isEqualTo("""
            {"file":"$good","tokens":[{"kind":"Punctuator","value":"{","start":{"line":1,"column":1},"end":{"line":1,"column":2}},{"kind":"Name","value":"a","start":{"line":1,"column":2},"end":{"line":1,"column":3}},{"kind":"End","value":"","start":{"line":2,"column":1},"end":{"line":2,"column":1}}]}
            {"file":"$wrong","errors":[{"message":"Expected a token, found \\"?\\".","locations":[{"line":2,"column":4}]}]}
            {"file":"-","tokens":[{"kind":"StringValue","value":"\uD83D\uDE00","start":{"line":1,"column":1},"end":{"line":1,"column":5}},{"kind":"End","value":"","start":{"line":1,"column":5},"end":{"line":1,"column":5}}]}
            """.replace("$good", good.toString()).replace("$wrong", wrong.toString()));
    }

    @Test
    void shows_where_a_file_is_wrong_and_goes_on_with_the_next() throws IOException {
        Path wrong = Files.writeString(folder.resolve("wrong.graphql"), "a\n  'b'");

        assertThat(CommandRun.withInput("c", "lex", wrong.toString(), "-"))
                .isEqualTo(new CommandRun(
                        1, """
                        # $wrong
                        Name        a 1,1 - 1,2
                        # -
                        Name        c 1,1 - 1,2
                        End         1,2 - 1,2
                        """.replace("$wrong", wrong.toString()), """
                            $wrong:2:3: Expected a token (a string is in double quotes), found "'".
                              'b'
                              ^
                            """.replace("$wrong", wrong.toString())));
    }

    @Test
    void a_file_that_can_not_be_read_is_wrong_usage_and_nothing_is_printed() {
        Path missing = folder.resolve("missing.graphql");

        assertThat(CommandRun.withInput("a", "lex", "-", missing.toString()))
                .isEqualTo(new CommandRun(2, "", "perigee: Can't read " + missing + ": there is no such file\n"));
        assertThat(CommandRun.of("lex", folder.toString()).exitCode()).isEqualTo(2);
        assertThat(CommandRun.withInput("a", "lex", "-", "-")).isEqualTo(new CommandRun(2, "", """
            perigee: The standard input (-) can be read only once.
            Try "perigee lex --help" for what it takes.
            """));
    }

    @Test
    @Timeout(20)
    void a_long_line_takes_no_longer_than_its_tokens() {
        CommandRun run = CommandRun.withInput("{ a(b: \"é😀\")\n" + "a ".repeat(300_000), "lex", "-");
        assertThat(run.out()).endsWith("Name        a 2,599999 - 2,600000\nEnd         2,600001 - 2,600001\n");
    }
}
