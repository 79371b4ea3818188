package dev.perigee.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Printing and reading are the inverse of each other, on random documents. */
class RoundTripTest {
    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void what_is_printed_reads_back_as_the_same_tree(long seed) {
        Document document = new RandomDocuments(seed).any();
        String tree = Trees.describe(document);

        assertThat(Trees.describe(Parser.parse(Printer.print(document)))).isEqualTo(tree);
        assertThat(Trees.describe(Parser.parse(Printer.printCompact(document)))).isEqualTo(tree);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void what_is_printed_prints_the_same_again(long seed) {
        String printed = Printer.print(new RandomDocuments(seed).any());

        assertThat(Printer.print(Parser.parse(printed))).isEqualTo(printed);
        String compact = Printer.printCompact(Parser.parse(printed));
        assertThat(Printer.printCompact(Parser.parse(compact))).isEqualTo(compact);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void layout_and_comments_do_not_change_the_tree(long seed) {
        RandomDocuments documents = new RandomDocuments(seed);
        Document document = documents.any();

        assertThat(Trees.describe(Parser.parse(documents.text(document)))).isEqualTo(Trees.describe(document));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_formatted_document_has_the_same_tree_and_comments_and_stays_as_it_is(long seed) {
        RandomDocuments documents = new RandomDocuments(seed);
        Document document = documents.any();
        String text = documents.text(document);

        String formatted = Formatter.format(Source.of("random", text));

        assertThat(Trees.describe(Parser.parse(formatted))).isEqualTo(Trees.describe(document));
        assertThat(comments(formatted)).isEqualTo(comments(text));
        assertThat(Formatter.format(Source.of("formatted", formatted))).isEqualTo(formatted);
        assertThat(formatted.lines()).noneMatch(line -> line.endsWith(" ") && !line.contains("\"") && !line.isBlank());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void without_comments_the_formatter_prints_what_the_printer_prints(long seed) {
        String printed = Printer.print(new RandomDocuments(seed).any());

        assertThat(Formatter.format(Source.of("printed", printed))).isEqualTo(printed + "\n");
    }

    /** The comments of a text, found without the lexer's help: what strings are is all that has to be known. */
    private static List<String> comments(String text) {
        Pattern token = Pattern.compile(
                "\"\"\"(?:\\\\\"\"\"|(?!\"\"\").)*\"\"\"|\"(?:\\\\.|[^\"\\\\])*\"|(#[^\\n\\r]*)", Pattern.DOTALL);
        List<String> comments = new ArrayList<>();
        for (Matcher matcher = token.matcher(text); matcher.find(); ) {
            if (matcher.group(1) != null) comments.add(matcher.group(1).stripTrailing());
        }
        return comments;
    }
}
