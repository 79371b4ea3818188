package dev.perigee.language;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** @see <a href="https://spec.graphql.org/September2025/#sec-Language.Source-Text">Source Text</a> */
class LexerTest {
    @ParameterizedTest(name = "{0}")
    @MethodSource
    void tokens(String text, String expected) {
        assertThat(tokensOf(text)).isEqualTo(expected);
    }

    static Stream<Arguments> tokens() {
        return Stream.of(
                arguments("", ""),
                arguments("! $ & ( ) ... : = @ [ ] { | }", "! $ & ( ) ... : = @ [ ] { | }"),
                arguments("{a}", "{ NAME a }"),
                arguments("a...b", "NAME a ... NAME b"),
                arguments("_ a1 __typename A_Z", "NAME _ NAME a1 NAME __typename NAME A_Z"),
                // ignored
                arguments("\uFEFFa\uFEFF\uFEFFb\uFEFF", "NAME a NAME b"),
                arguments(" \t\n\r\r\n,,a,b,", "NAME a NAME b"),
                arguments("#comment\na#comment\rb#\r\n#", "NAME a NAME b"),
                arguments("# é日本\uD83D\uDE00 \u0000\u0007 \" \\ '\na", "NAME a"),
                // integers
                arguments(
                        "0 -0 1 -1 42 1234567890123456789", "INT 0 INT -0 INT 1 INT -1 INT 42 INT 1234567890123456789"),
                arguments("[1,2]", "[ INT 1 INT 2 ]"),
                arguments("1-1", "INT 1 INT -1"),
                arguments("1\"a\"", "INT 1 STRING a"),
                // floats
                arguments(
                        "0.0 -0.1 1e5 1E5 1e+5 1e-5 1.5E-05",
                        "FLOAT 0.0 FLOAT -0.1 FLOAT 1e5 FLOAT 1E5 FLOAT 1e+5 FLOAT 1e-5 FLOAT 1.5E-05"),
                arguments("0e0", "FLOAT 0e0"),
                // strings
                arguments("\"\"", "STRING "),
                arguments("\"\" \"\"", "STRING  STRING "),
                arguments("\"a b\"", "STRING a b"),
                arguments("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"", "STRING \"\\/\b\f\n\r\t"),
                arguments("\"x\\u0041\\u00e9\\u65E5y\"", "STRING xAé日y"),
                arguments("\"\\uD83D\\uDE00 \\ud83d\\ude00\"", "STRING \uD83D\uDE00 \uD83D\uDE00"),
                arguments(
                        "\"\\u{1F600}\\u{41}\\u{0}\\u{10FFFF}\\u{000000000041}\"",
                        "STRING \uD83D\uDE00A\0\uDBFF\uDFFFA"),
                arguments("\"é日本\uD83D\uDE00\"", "STRING é日本\uD83D\uDE00"),
                arguments("\"\u0000\u0001\t\u007F\uFEFF\uFFFF\"", "STRING \u0000\u0001\t\u007F\uFEFF\uFFFF"),
                arguments("\"#,\"", "STRING #,"),
                // block strings
                arguments("\"\"\"\"\"\"", "BLOCK_STRING "),
                arguments("\"\"\"a\"\"\"", "BLOCK_STRING a"),
                arguments("\"\"\" a \"b\" \"\" c \"\"\"", "BLOCK_STRING  a \"b\" \"\" c "),
                arguments("\"\"\"a\\\"\"\"b\\n\"\"\"", "BLOCK_STRING a\"\"\"b\\n"),
                arguments("\"\"\"\\\\u{\"\"\"", "BLOCK_STRING \\\\u{"),
                arguments("\"\"\"\"a\"\"\"", "BLOCK_STRING \"a"),
                arguments("\"\"\"\0é\uD83D\uDE00\"\"\"", "BLOCK_STRING \0é\uD83D\uDE00"));
    }

    /** As in the specification's {@code BlockStringValue()}. */
    @ParameterizedTest
    @MethodSource
    void block_strings_lose_common_indentation_and_blank_lines_around(String raw, String value) {
        assertThat(tokensOf("\"\"\"" + raw + "\"\"\"")).isEqualTo("BLOCK_STRING " + value);
    }

    static Stream<Arguments> block_strings_lose_common_indentation_and_blank_lines_around() {
        return Stream.of(
                arguments(
                        "\n    Hello,\n      World!\n\n    Yours,\n      GraphQL.\n  ",
                        "Hello,\n  World!\n\nYours,\n  GraphQL."),
                arguments("first\n    second\n      third", "first\nsecond\n  third"),
                arguments("   first\n  second", "   first\nsecond"),
                arguments("\n\n\n", ""),
                arguments("  \t ", ""),
                arguments("a\n \n\t\nb", "a\n \n\t\nb"),
                arguments("\n\ta\n\t b", "a\n b"),
                arguments("\n \ta\n\t b", "a\nb"),
                arguments("\n  a\n \n  b", "a\n\nb"),
                arguments("\n  a\n     \n  b", "a\n   \nb"),
                arguments("a\r\n  b\r  c\n  d", "a\nb\nc\nd"),
                arguments("\r\n  a\r\n\r\n  b\r\n", "a\n\nb"),
                arguments("\n  \\\"\"\"\n  a", "\"\"\"\na"),
                arguments("\n  a  \n", "a  "),
                arguments("\uFEFF\n  a", "\uFEFF\na"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void errors(String text, int column, String message) {
        SyntaxException error = catchThrowableOfType(SyntaxException.class, () -> tokensOf(text));

        assertThat(error).hasMessage(message);
        assertThat(error.location().line()).isEqualTo(1);
        assertThat(error.location().column()).isEqualTo(column);
    }

    static Stream<Arguments> errors() {
        String unfinished = "Expected the end of the string that starts here, a double quote, found the end of the ";
        String unfinishedBlock =
                "Expected the end of the string that starts here, three double quotes, found the end of the document.";
        return Stream.of(
                arguments("a ?", 3, "Expected a token, found \"?\"."),
                arguments("é", 1, "Expected a token, found \"é\" (U+00E9)."),
                arguments("\uD83D\uDE00", 1, "Expected a token, found U+1F600."),
                arguments("\u0000", 1, "Expected a token, found U+0000."),
                arguments("\u000B", 1, "Expected a token, found U+000B."),
                arguments("a\u00A0b", 2, "Expected a token, found U+00A0."),
                arguments("'a'", 1, "Expected a token (a string is in double quotes), found \"'\"."),
                arguments(".", 1, "Expected \"...\", found \".\"."),
                arguments("a .. b", 3, "Expected \"...\", found \".\"."),
                arguments("....", 4, "Expected \"...\", found \".\"."),
                // numbers
                arguments("00", 2, "Expected a number without leading zeros, found \"0\"."),
                arguments("01", 2, "Expected a number without leading zeros, found \"1\"."),
                arguments("-01.5", 3, "Expected a number without leading zeros, found \"1\"."),
                arguments("-", 2, "Expected a digit, found the end of the document."),
                arguments("-a", 2, "Expected a digit, found \"a\"."),
                arguments("+1", 1, "Expected a token, found \"+\"."),
                arguments(".5", 1, "Expected \"...\", found \".\"."),
                arguments("1.", 3, "Expected a digit, found the end of the document."),
                arguments("1.e5", 3, "Expected a digit, found \"e\"."),
                arguments("1..2", 3, "Expected a digit, found \".\"."),
                arguments("1.5.2", 4, "Expected the end of the number 1.5, found \".\"."),
                arguments("1e5.2", 4, "Expected the end of the number 1e5, found \".\"."),
                arguments("1e", 3, "Expected a digit, found the end of the document."),
                arguments("1e+", 4, "Expected a digit, found the end of the document."),
                arguments("1e\n", 3, "Expected a digit, found the end of the line."),
                arguments("1a", 2, "Expected the end of the number 1, found \"a\"."),
                arguments("0xF1", 2, "Expected the end of the number 0, found \"x\"."),
                arguments("0b10", 2, "Expected the end of the number 0, found \"b\"."),
                arguments("1_000", 2, "Expected the end of the number 1, found \"_\"."),
                arguments("1.5f", 4, "Expected the end of the number 1.5, found \"f\"."),
                // strings
                arguments("a \"", 3, unfinished + "document."),
                arguments("\"a", 1, unfinished + "document."),
                arguments("\"a\nb\"", 1, unfinished + "line."),
                arguments("\"a\rb\"", 1, unfinished + "line."),
                arguments("\"a\\\"", 1, unfinished + "document."),
                arguments("\"a\\", 4, "Expected an escape such as \\n or \\u{1F600}, found the end of the document."),
                arguments(
                        "\"\\x\"", 3, "Expected an escape, one of \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u, found \"x\"."),
                arguments(
                        "\"\\\n\"",
                        3,
                        "Expected an escape, one of \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u, found the end of the line."),
                arguments("\"\\u12G4\"", 6, "Expected four hexadecimal digits, or \"{\", found \"G\"."),
                arguments("\"\\u\"", 4, "Expected four hexadecimal digits, or \"{\", found a double quote."),
                arguments("\"\\u{}\"", 5, "Expected a hexadecimal digit, found \"}\"."),
                arguments("\"\\u{12G}\"", 7, "Expected a hexadecimal digit or \"}\", found \"G\"."),
                arguments("\"\\u{12", 7, "Expected a hexadecimal digit or \"}\", found the end of the document."),
                arguments("\"a\\u{110000}\"", 3, "Expected a Unicode character, up to \\u{10FFFF}, found \\u{110000}."),
                arguments(
                        "\"\\u{FFFFFFFFFF}\"",
                        2,
                        "Expected a Unicode character, up to \\u{10FFFF}, found \\u{FFFFFFFFFF}."),
                arguments("\"\\u{D83D}\\u{DE00}\"", 2, "Expected a Unicode character, found half of a surrogate pair."),
                arguments("\"\\uD83D\"", 2, "Expected a Unicode character, found half of a surrogate pair."),
                arguments("\"\\uD83Dx\"", 2, "Expected a Unicode character, found half of a surrogate pair."),
                arguments("\"\\uD83D\\n\"", 2, "Expected a Unicode character, found half of a surrogate pair."),
                arguments("\"\\uD83D\\u0041\"", 2, "Expected a Unicode character, found half of a surrogate pair."),
                arguments("\"\\uD83D\\uD83D\"", 2, "Expected a Unicode character, found half of a surrogate pair."),
                arguments("\"\\uD83D\\u{DE00}\"", 2, "Expected a Unicode character, found half of a surrogate pair."),
                arguments("\"\\uDE00\\uD83D\"", 2, "Expected a Unicode character, found half of a surrogate pair."),
                arguments("\"a\uD83D\"", 3, "Expected a character in UTF-8, found half of a surrogate pair."),
                arguments("\"\uDE00\uD83D\"", 2, "Expected a character in UTF-8, found half of a surrogate pair."),
                arguments("#\uDE00", 2, "Expected a character in UTF-8, found half of a surrogate pair."),
                arguments("\"\"\"a", 1, unfinishedBlock),
                arguments("\"\"\"\"\"", 1, unfinishedBlock),
                arguments("\"\"\"a\\\"\"\"", 1, unfinishedBlock));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void bytes_that_are_not_utf_8_are_refused_where_they_stand(String bytes, int column, String found) {
        for (String before : List.of("#", "\"", "\"\"\"")) {
            byte[] text = (before + bytes + before.replace("#", "\n")).getBytes(ISO_8859_1);
            SyntaxException error =
                    catchThrowableOfType(SyntaxException.class, () -> tokensOf(Source.of("bytes", text)));

            assertThat(error).hasMessage("Expected a character in UTF-8, found " + found + ".");
            assertThat(error.location().column()).isEqualTo(before.length() + column);
        }
    }

    static Stream<Arguments> bytes_that_are_not_utf_8_are_refused_where_they_stand() {
        return Stream.of(
                arguments("\u0080", 1, "the byte 0x80"),
                arguments("a\u00BF", 2, "the byte 0xBF"),
                arguments("\u00FF", 1, "the byte 0xFF"),
                arguments("\u00C0\u0080", 1, "the byte 0xC0"),
                arguments("\u00C1\u00BF", 1, "the byte 0xC1"),
                arguments("\u00E0\u009F\u00BF", 1, "the byte 0xE0"),
                arguments("\u00F0\u008F\u00BF\u00BF", 1, "the byte 0xF0"),
                arguments("\u00F4\u0090\u0080\u0080", 1, "the byte 0xF4"),
                arguments("\u00F5\u0080\u0080\u0080", 1, "the byte 0xF5"),
                arguments("\u00ED\u00A0\u0080", 1, "half of a surrogate pair"),
                arguments("\u00ED\u00BF\u00BF", 1, "half of a surrogate pair"),
                arguments("\u00C3", 1, "the byte 0xC3"),
                arguments("\u00E2\u0082", 1, "the byte 0xE2"),
                arguments("\u00F0\u009F\u0098", 1, "the byte 0xF0"),
                arguments("\u00C3a", 1, "the byte 0xC3"));
    }

    @Test
    void utf_8_of_every_length_is_accepted_up_to_the_last_character() {
        String last =
                "\u0080\u07FF\u0800\uD7FF\uE000\uFFFF" + Character.toString(0x10000) + Character.toString(0x10FFFF);

        assertThat(tokensOf("\"" + last + "\"")).isEqualTo("STRING " + last);
    }

    @Test
    void columns_of_a_long_line_count_all_characters_before() {
        for (int length : new int[] {169, 170, 171, 341, 342, 2000}) {
            Lexer lexer = new Lexer(Source.of("test", "a\n  \"" + "é😀".repeat(length) + "\" b"));
            for (int i = 0; i < 3; i++) lexer.next();
            assertThat(lexer.location().line()).isEqualTo(2);
            assertThat(lexer.location().column()).isEqualTo(6 + 3 * length);
            assertThat(lexer.location().endColumn()).isEqualTo(7 + 3 * length);
        }
    }

    @Test
    void places_are_in_lines_and_utf_16_columns() {
        Lexer lexer = new Lexer(Source.of("places", "\uFEFF{ é\n"), ParserLimits.REQUEST);
        lexer.next();
        assertThat(lexer.location()).hasToString("places:1:2");

        lexer = new Lexer(Source.of("places", "\"\uD83D\uDE00\" a\r\n \"\"\"b\n\"\"\"\rc"));
        List<String> places = new ArrayList<>();
        while (lexer.next() != TokenKind.END) {
            Location at = lexer.location();
            places.add("%d,%d-%d,%d".formatted(at.line(), at.column(), at.endLine(), at.endColumn()));
        }
        assertThat(places).containsExactly("1,1-1,5", "1,6-1,7", "2,2-3,4", "4,1-4,2");
        assertThat(lexer.location()).hasToString("places:4:2");
    }

    @Test
    void the_end_stays_the_end() {
        Lexer lexer = new Lexer(Source.of("end", "a "));
        lexer.next();

        assertThat(lexer.next()).isEqualTo(TokenKind.END);
        assertThat(lexer.next()).isEqualTo(TokenKind.END);
        assertThat(lexer.start()).isEqualTo(2);
        assertThat(lexer.value()).isEmpty();
    }

    @Test
    void a_name_that_is_repeated_is_one_string() {
        Lexer lexer = new Lexer(Source.of("names", "abc abc abcd"));
        lexer.next();
        String first = lexer.value();
        lexer.next();

        assertThat(lexer.value()).isSameAs(first);
        lexer.next();
        assertThat(lexer.value()).isEqualTo("abcd");
    }

    /** "Aa" and "BB" have one hash, and so have all texts made of them. */
    @Test
    void names_that_share_a_hash_are_told_apart_and_cost_no_more_than_others() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 1 << 15; i++) {
            text.append(' ');
            for (int bit = 14; bit >= 0; bit--) text.append((i >> bit & 1) == 0 ? "Aa" : "BB");
        }
        Lexer lexer = new Lexer(Source.of("names", text.toString()));
        for (int i = 0; i < 1 << 15; i++) {
            lexer.next();
            assertThat(lexer.value()).isEqualTo(text.substring(lexer.start(), lexer.end()));
        }
    }

    @Test
    void tokens_are_limited() {
        Source source = Source.of("limited", "a b c");
        assertThat(tokensOf(source, new ParserLimits(10, 3, 1))).isEqualTo("NAME a NAME b NAME c");

        LimitException error =
                catchThrowableOfType(LimitException.class, () -> tokensOf(source, new ParserLimits(10, 2, 1)));
        assertThat(error).hasMessage("Expected at most 2 tokens, found more.");
        assertThat(error.limit()).isEqualTo("maxTokens");
        assertThat(error.maximum()).isEqualTo(2);
        assertThat(error.location().column()).isEqualTo(5);
    }

    @Test
    void bytes_are_limited() {
        Source source = Source.of("limited", "aé b");
        assertThat(tokensOf("a")).isEqualTo("NAME a");

        LimitException error =
                catchThrowableOfType(LimitException.class, () -> tokensOf(source, new ParserLimits(4, 9, 1)));
        assertThat(error).hasMessage("Expected at most 4 bytes, found 5.");
        assertThat(error.limit()).isEqualTo("maxBytes");
        assertThat(error.location()).hasToString("limited:1:4");
    }

    private static String tokensOf(String text) {
        return tokensOf(Source.of("test", text));
    }

    private static String tokensOf(Source source) {
        return tokensOf(source, ParserLimits.REQUEST);
    }

    private static String tokensOf(Source source, ParserLimits limits) {
        Lexer lexer = new Lexer(source, limits);
        List<String> tokens = new ArrayList<>();
        while (lexer.next() != TokenKind.END) {
            tokens.add(lexer.kind().isPunctuator() ? lexer.value() : lexer.kind() + " " + lexer.value());
        }
        return String.join(" ", tokens);
    }
}
