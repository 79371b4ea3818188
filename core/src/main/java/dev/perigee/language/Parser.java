package dev.perigee.language;

import static dev.perigee.language.TokenKind.BRACE_LEFT;
import static dev.perigee.language.TokenKind.END;
import static dev.perigee.language.TokenKind.NAME;
import static dev.perigee.language.ValueParser.Constness.CONSTANT;
import static dev.perigee.language.ValueParser.Constness.VARIABLE;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads a text as a document, or as one of its parts. Every method throws {@link SyntaxException} where the text is
 * not what it should be, and {@link LimitException}, which is one, where it is over a limit. Safe to use from any
 * thread.
 *
 * @see <a href="https://spec.graphql.org/September2025/#sec-Document">Document</a>
 */
public final class Parser {
    private final Cursor cursor;
    private final ValueParser values;
    private final ExecutableParser executables;
    private final TypeSystemParser typeSystem;

    private Parser(Source source, ParserLimits limits) {
        this.cursor = new Cursor(source, limits);
        this.values = new ValueParser(cursor);
        this.executables = new ExecutableParser(cursor, values);
        this.typeSystem = new TypeSystemParser(cursor, values);
    }

    /** Reads a document with the limits for requests; for a schema, give {@link ParserLimits#SCHEMA}. */
    public static Document parse(Source source) {
        return parse(source, ParserLimits.REQUEST);
    }

    public static Document parse(Source source, ParserLimits limits) {
        return new Parser(source, limits).document(source);
    }

    /** Reads a document in UTF-8, with the limits for requests. The bytes are kept, not copied. */
    public static Document parse(byte[] document) {
        return parse(Source.of("document", document));
    }

    /** Reads a document with the limits for requests. */
    public static Document parse(String document) {
        return parse(Source.of("document", document));
    }

    /** Reads a value, in which there may be variables. */
    public static Value parseValue(String value) {
        return parsePart(value, "the value", parser -> parser.values.value(VARIABLE));
    }

    /** Reads a value without variables. */
    public static Value parseConstValue(String value) {
        return parsePart(value, "the value", parser -> parser.values.value(CONSTANT));
    }

    /** Reads a type, such as {@code [Post!]}. */
    public static TypeReference parseType(String type) {
        return parsePart(type, "the type", parser -> parser.values.type());
    }

    /** Reads a schema coordinate, such as {@code Query.post(id:)}. */
    public static SchemaCoordinate parseSchemaCoordinate(String coordinate) {
        return new SchemaCoordinateParser(coordinate).parse();
    }

    private static <T> T parsePart(String text, String what, Function<Parser, T> part) {
        Parser parser = new Parser(Source.of(what, text), ParserLimits.REQUEST);
        T result = part.apply(parser);
        parser.cursor.expectEnd(what);
        return result;
    }

    /** {@code Document : Definition+}. */
    private Document document(Source source) {
        int definitions = cursor.startList();
        do {
            cursor.add(definition());
        } while (!cursor.is(END));
        return new Document(cursor.list(definitions), new Location(source, 0, source.bytes().length));
    }

    /** {@code Definition : ExecutableDefinition TypeSystemDefinition TypeSystemExtension}. */
    private Definition definition() {
        if (cursor.is(BRACE_LEFT)) return executables.shorthand();
        int start = cursor.start();
        StringValue description = values.description();
        if (!cursor.is(NAME)) throw expectedDefinition(description);
        return switch (cursor.peekName()) {
            case "query" -> executables.operation(start, description, OperationType.QUERY);
            case "mutation" -> executables.operation(start, description, OperationType.MUTATION);
            case "subscription" -> executables.operation(start, description, OperationType.SUBSCRIPTION);
            case "fragment" -> executables.fragment(start, description);
            case "schema" -> typeSystem.schema(start, description);
            case "scalar" -> typeSystem.scalar(start, description);
            case "type" -> typeSystem.object(start, description);
            case "interface" -> typeSystem.interfaceType(start, description);
            case "union" -> typeSystem.union(start, description);
            case "enum" -> typeSystem.enumType(start, description);
            case "input" -> typeSystem.inputObject(start, description);
            case "directive" -> typeSystem.directive(start, description);
            case "extend" -> {
                if (description != null) throw expectedDefinition(description);
                yield typeSystem.extension();
            }
            default -> throw expectedDefinition(description);
        };
    }

    private SyntaxException expectedDefinition(@Nullable StringValue description) {
        return cursor.expected(
                description == null
                        ? "a definition, such as \"query\" or \"type\""
                        : "a definition that may have a description, such as \"query\" or \"type\"");
    }
}
