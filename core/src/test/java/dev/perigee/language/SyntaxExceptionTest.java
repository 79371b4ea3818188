package dev.perigee.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;

/** How errors look to people. */
class SyntaxExceptionTest {
    @Test
    void the_line_and_a_caret_are_shown() {
        assertThat(describe("query {\n  post(id: 1) {\n    title(: 2)\n  }\n}\n"))
                .isEqualTo("""
                    a.graphql:3:11: Expected the name of an argument, found ":".
                        title(: 2)
                              ^\
                    """);
    }

    @Test
    void the_end_of_the_document_is_shown_after_the_last_character() {
        assertThat(describe("{ a")).isEqualTo("""
            a.graphql:1:4: Expected a field or "...", found the end of the document.
            { a
               ^\
            """);
        assertThat(describe("{ a\n")).isEqualTo("""
            a.graphql:2:1: Expected a field or "...", found the end of the document.

            ^\
            """);
        assertThat(describe("")).isEqualTo("""
            a.graphql:1:1: Expected a definition, such as "query" or "type", found the end of the document.

            ^\
            """);
    }

    @Test
    void tabs_stay_above_and_beside_the_caret() {
        assertThat(describe("{\n\ta\tb ? }")).isEqualTo("""
            a.graphql:2:6: Expected a token, found "?".
            \ta\tb ? }
            \t \t  ^\
            """);
    }

    @Test
    void what_has_no_picture_is_a_dot() {
        assertThat(describe("{ \u0000\u001B[31m\u202E }")).isEqualTo("""
            a.graphql:1:3: Expected a token, found U+0000.
            { ··[31m· }
              ^\
            """);
    }

    @Test
    void a_character_of_two_units_takes_one_place() {
        assertThat(describe("{ a(b: \"\uD83D\uDE00\") ? }")).isEqualTo("""
            a.graphql:1:14: Expected a token, found "?".
            { a(b: "\uD83D\uDE00") ? }
                        ^\
            """);
    }

    @Test
    void a_long_line_is_cut_around_the_place() {
        String line = describe("{ " + "a ".repeat(100) + "? " + "b ".repeat(100) + "}")
                .lines()
                .toList()
                .get(1);
        assertThat(line).hasSize(102).startsWith("…a ").endsWith("…").contains("? b");

        String atStart = describe("{ ? " + "b ".repeat(100)).lines().toList().get(1);
        assertThat(atStart).hasSize(101).startsWith("{ ? b").endsWith("…");
    }

    @Test
    void a_long_line_is_not_cut_inside_of_a_character() {
        for (int before = 100; before < 104; before++) {
            String text = describe("#" + "\uD83D\uDE00".repeat(before) + "\n" + "{a(b:\""
                    + "\uD83D\uDE00".repeat(before) + "\\q" + "\uD83D\uDE00".repeat(before));
            assertThat(Utf8.loneSurrogate(text)).isEqualTo(-1);
        }
    }

    @Test
    void lines_end_with_line_feed_carriage_return_or_both() {
        assertThat(describe("{\r\n\ra\n?}").lines().findFirst())
                .contains("a.graphql:4:1: Expected a token, found \"?\".");
    }

    private static String describe(String text) {
        return catchThrowableOfType(SyntaxException.class, () -> Parser.parse(Source.of("a.graphql", text)))
                .describe();
    }
}
