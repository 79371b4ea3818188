package dev.perigee.language;

import static dev.perigee.language.Location.NONE;
import static org.assertj.core.api.Assertions.assertThat;

import graphql.language.AstPrinter;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.ParserEnvironment;
import graphql.parser.ParserOptions;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Perigee and graphql-java 26 read random documents as the same trees, from the same texts and from what the other has
 * printed, and refuse the same broken ones.
 */
class DifferentialTest {
    /**
     * What graphql-java reads and leaves to later, or to nobody, and the grammar refuses: names that are no directive
     * location or operation type, and variables in directives of variables.
     */
    private static final List<String> REFUSED_BY_US_ONLY = List.of(
            "Expected a directive location",
            "Expected \"query\", \"mutation\" or \"subscription\"",
            "Expected a value without variables");

    private static final String REFUSED = "refused";

    static LongStream seeds() {
        return LongStream.range(0, 150);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_same_text_is_the_same_tree(long seed) {
        RandomDocuments documents = new RandomDocuments(seed);
        String text = documents.text(plain(documents.any()));

        assertThat(describe(graphqlJava(text))).isEqualTo(describe(Parser.parse(text)));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void both_read_what_the_other_prints(long seed) {
        Document document = plain(new RandomDocuments(seed).any());
        String tree = describe(document);

        assertThat(theirs(Printer.print(document))).isEqualTo(tree);
        assertThat(theirs(Printer.printCompact(document))).isEqualTo(tree);
    }

    /** Not always the tree that was printed, as 0e0 is printed as 0. */
    @ParameterizedTest
    @MethodSource("seeds")
    void both_read_what_graphql_java_prints(long seed) {
        RandomDocuments documents = new RandomDocuments(seed);
        // Not both in one document: it prints a type without fields before a query that starts with a brace.
        Document document = plain(seed % 2 == 0 ? documents.executable() : documents.typeSystem());
        String printed = AstPrinter.printAst(graphqlJava(Printer.print(document)));

        assertThat(treeOrRefused(ours(printed))).isEqualTo(theirs(printed));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void both_refuse_the_same_broken_documents(long seed) {
        Random random = new Random(seed);
        RandomDocuments documents = new RandomDocuments(seed);
        String text = Printer.printCompact(plain(documents.any()));
        String tokens = "!$&().:=@[]{|}\"\\#,\n 0eE+-a_u";
        for (int i = 0; i < 10; i++) {
            StringBuilder broken = new StringBuilder(text);
            broken.setCharAt(random.nextInt(text.length()), tokens.charAt(random.nextInt(tokens.length())));
            String ours = ours(broken.toString());
            if (REFUSED_BY_US_ONLY.stream().anyMatch(ours::startsWith)) continue;
            assertThat(treeOrRefused(ours)).as(broken.toString()).isEqualTo(theirs(broken.toString()));
        }
    }

    private static String ours(String text) {
        try {
            return describe(Parser.parse(text));
        } catch (SyntaxException e) {
            return e.getMessage();
        } catch (NumberFormatException e) {
            return REFUSED;
        }
    }

    private static String treeOrRefused(String outcome) {
        return outcome.startsWith("Expected ") ? REFUSED : outcome;
    }

    private static String theirs(String text) {
        try {
            return describe(graphqlJava(text));
        } catch (InvalidSyntaxException | NumberFormatException e) {
            return REFUSED;
        }
    }

    private static graphql.language.Document graphqlJava(String text) {
        return graphql.parser.Parser.parse(ParserEnvironment.newParserEnvironment()
                .document(text)
                .parserOptions(ParserOptions.getDefaultSdlParserOptions())
                .build());
    }

    private static String describe(graphql.language.Document document) {
        return describe(GraphqlJavaTree.of(document));
    }

    /**
     * Without what graphql-java does not tell apart: block strings, and forms of a number; and with blank lines empty,
     * since it leaves the indentation in those that are nothing else.
     */
    private static String describe(Document document) {
        return Trees.describe(Rewriter.builder()
                .on(
                        StringValue.class,
                        string -> new StringValue(string.value().replaceAll("\n[ \t]+(?=\n)", "\n"), false, NONE))
                .on(IntValue.class, number -> new IntValue(new BigInteger(number.value()).toString(), NONE))
                .on(FloatValue.class, number -> new FloatValue(new BigDecimal(number.value()).toString(), NONE))
                .build()
                .rewrite(document));
    }

    /** Without descriptions of operations, fragments and variables, which graphql-java 26 does not know yet. */
    private static Document plain(Document document) {
        return Rewriter.builder()
                .on(
                        OperationDefinition.class,
                        d -> new OperationDefinition(
                                null,
                                d.operation(),
                                d.name(),
                                d.variableDefinitions(),
                                d.directives(),
                                d.selectionSet(),
                                NONE))
                .on(
                        FragmentDefinition.class,
                        d -> new FragmentDefinition(
                                null, d.name(), d.typeCondition(), d.directives(), d.selectionSet(), NONE))
                .on(
                        VariableDefinition.class,
                        d -> new VariableDefinition(
                                null, d.variable(), d.type(), d.defaultValue(), d.directives(), NONE))
                .build()
                .rewrite(document);
    }
}
