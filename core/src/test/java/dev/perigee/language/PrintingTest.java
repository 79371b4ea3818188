package dev.perigee.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.perigee.Golden;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the printer and the formatter make of documents, in files to look at, and of strings. */
class PrintingTest {
    static List<Golden> cases() {
        return Golden.cases(PrintingTest.class, "printing");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void documents(Golden golden) {
        Source source = Source.of(golden.toString(), golden.read("source.graphql"));

        golden.check("formatted.graphql", Formatter.format(source));
        golden.check("printed.graphql", Printer.print(Parser.parse(source)) + "\n");
        golden.check("compact.graphql", Printer.printCompact(Parser.parse(source)) + "\n");
    }

    @ParameterizedTest
    @MethodSource
    void strings(String value, boolean block, String printed) {
        StringValue string = new StringValue(value, block, Location.NONE);

        assertThat(Printer.print(string)).isEqualTo(printed);
        assertThat(((StringValue) Parser.parseValue(printed)).value()).isEqualTo(value);
    }

    static Stream<Arguments> strings() {
        return Stream.of(
                arguments("", false, "\"\""),
                arguments("a \"b\" \\ /", false, "\"a \\\"b\\\" \\\\ /\""),
                arguments(
                        "\b\f\n\r\t\u0000\u001F\u007F\u009F", false, "\"\\b\\f\\n\\r\\t\\u0000\\u001F\\u007F\\u009F\""),
                arguments("é日\uD83D\uDE00\u2028", false, "\"é日\uD83D\uDE00\u2028\""),
                arguments("", true, "\"\"\"\"\"\""),
                arguments("a", true, "\"\"\"a\"\"\""),
                arguments("a\nb", true, "\"\"\"\na\nb\n\"\"\""),
                arguments("a\n  b", true, "\"\"\"\na\n  b\n\"\"\""),
                arguments("  a", true, "\"\"\"  a\"\"\""),
                arguments("a\"", true, "\"\"\"\na\"\n\"\"\""),
                arguments("a\\", true, "\"\"\"\na\\\n\"\"\""),
                arguments("a\"\"\"b", true, "\"\"\"a\\\"\"\"b\"\"\""),
                arguments("x".repeat(71), true, "\"\"\"\n" + "x".repeat(71) + "\n\"\"\""),
                // What no block string can be is quoted.
                arguments("\na", true, "\"\\na\""),
                arguments("a\n", true, "\"a\\n\""),
                arguments(" ", true, "\" \""),
                arguments("  a\n  b", true, "\"  a\\n  b\""),
                arguments("a\rb", true, "\"a\\rb\""));
    }

    @Test
    void every_node_can_be_printed_alone() {
        Document document = new RandomDocuments(7).any();
        Visitor.builder()
                .enter(
                        Node.class,
                        node -> assertThat(Printer.printCompact(document))
                                .contains(Printer.printCompact(node).substring(0, 1)))
                .build()
                .visit(document);
        assertThat(Printer.print(Parser.parseValue("{a:[$b,1]}"))).isEqualTo("{ a: [$b, 1] }");
        assertThat(Printer.print(Parser.parseType("[[A!]]!"))).isEqualTo("[[A!]]!");
    }

    /** There, the braces would be read as the fields of the type. */
    @Test
    void a_query_after_a_type_without_fields_keeps_its_keyword() {
        assertThat(Printer.printCompact(Parser.parse("type T query{a}{b}"))).isEqualTo("type T query{a}{b}");
        assertThat(Printer.printCompact(Parser.parse("type T{f:T} query{a}"))).isEqualTo("type T{f:T}{a}");
    }

    @Test
    void trees_that_are_too_deep_are_refused() {
        Value value = new NullValue(Location.NONE);
        for (int i = 0; i < 100_000; i++) value = new ListValue(List.of(value), Location.NONE);
        Value deep = value;

        assertThatThrownBy(() -> Printer.print(deep))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The tree is nested deeper than 1000 levels.");
    }
}
