package dev.perigee.language;

import static dev.perigee.language.Location.NONE;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/**
 * Random documents, the same for the same seed: trees of everything that the grammar has, with no regard to any schema,
 * and texts of them with white space, commas and comments wherever they may be.
 */
public final class RandomDocuments {
    private static final List<String> NAMES = List.of(
            "a",
            "b",
            "id",
            "name",
            "on",
            "query",
            "mutation",
            "fragment",
            "type",
            "input",
            "extend",
            "schema",
            "repeatable",
            "implements",
            "true",
            "null",
            "_",
            "__typename",
            "Post",
            "User",
            "userById",
            "aVeryLongNameThatFillsALineSoon",
            "X1",
            "E",
            "e1");
    private static final List<String> TEXTS = List.of(
            "",
            "a",
            "hello",
            "two\nlines",
            "  indented",
            "tab\t",
            "\"",
            "\\",
            "\"\"\"",
            "\\\"\"\"",
            "é",
            "日本",
            "\uD83D\uDE00",
            "\u0000\u001F\u007F\u009F",
            "\r\n",
            "#no comment",
            "a\n  b\n\n   c",
            "ends with \"",
            "ends with \\",
            "\n",
            " ",
            "/",
            "\uFEFF",
            "\u2028",
            "x".repeat(75),
            "first\n  second\n  third",
            "  a\nb",
            "a\n\n\nb",
            "\uFFFF",
            "\uD7FF\uE000");
    private static final List<String> LOCATIONS = List.of(
            "QUERY", "FIELD", "OBJECT", "SCHEMA", "VARIABLE_DEFINITION", "ENUM_VALUE", "INPUT_FIELD_DEFINITION");
    private static final List<String> INTEGERS =
            List.of("0", "-0", "1", "-12", "2147483648", "123456789012345678901234567890");
    private static final List<String> FLOATS = List.of("0.0", "-0.5", "1e10", "1E+10", "1.5e-3", "0e0", "123.456");
    private static final List<String> COMMENTS =
            List.of("#", "# a comment", "#{", "# \"quotes\" '", "# é 😀 日本", "##  two", "# tab\tin it");

    private final Random random;

    public RandomDocuments(long seed) {
        this.random = new Random(seed);
    }

    /** Operations and fragments. */
    public Document executable() {
        return new Document(some(1, 3, this::executableDefinition), NONE);
    }

    /** Definitions and extensions of a schema. */
    public Document typeSystem() {
        return new Document(some(1, 5, this::typeSystemDefinition), NONE);
    }

    /** All of them together. */
    public Document any() {
        return new Document(some(1, 5, () -> one(2) ? executableDefinition() : typeSystemDefinition()), NONE);
    }

    /**
     * The document's text, laid out at random, with comments. What this text is read as is the same tree, if the tree
     * came from this class.
     */
    public String text(Document document) {
        Source compact = Source.of("compact", Printer.printCompact(document));
        Lexer lexer = new Lexer(compact);
        StringBuilder text = new StringBuilder(one(10) ? "\uFEFF" : "");
        int end = 0;
        while (lexer.next() != TokenKind.END) {
            boolean mustSeparate = lexer.start() > end;
            text.append(ignored(mustSeparate));
            text.append(new String(
                    compact.bytes(),
                    lexer.start(),
                    lexer.end() - lexer.start(),
                    java.nio.charset.StandardCharsets.UTF_8));
            end = lexer.end();
        }
        return text.append(ignored(false)).append(one(5) ? "# at the end" : "").toString();
    }

    private String ignored(boolean mustSeparate) {
        StringBuilder ignored = new StringBuilder(mustSeparate ? " " : "");
        while (one(3)) {
            ignored.append(pick(List.of(" ", "  ", "\t", "\n", "\n\n", "\r\n", "\r", ",", "\n\n\n")));
            if (one(8)) ignored.append(pick(COMMENTS)).append(pick(List.of("\n", "\r\n", "\r", "\n\n")));
        }
        return ignored.toString();
    }

    private Definition executableDefinition() {
        return one(3) ? fragment() : operation();
    }

    private OperationDefinition operation() {
        if (one(4))
            return new OperationDefinition(null, OperationType.QUERY, null, List.of(), List.of(), selections(4), NONE);
        return new OperationDefinition(
                maybe(this::string),
                pick(List.of(OperationType.values())),
                maybe(this::name),
                some(0, 4, this::variableDefinition),
                directives(true),
                selections(4),
                NONE);
    }

    private FragmentDefinition fragment() {
        return new FragmentDefinition(
                maybe(this::string), fragmentName(), namedType(), directives(true), selections(4), NONE);
    }

    private String fragmentName() {
        String name = name();
        return name.equals("on") ? "off" : name;
    }

    private VariableDefinition variableDefinition() {
        return new VariableDefinition(
                maybe(this::string), variable(), type(3), maybe(() -> value(2, false)), directives(false), NONE);
    }

    private SelectionSet selections(int depth) {
        return new SelectionSet(some(1, 4, () -> selection(depth)), NONE);
    }

    private Selection selection(int depth) {
        if (depth > 0 && one(8)) {
            return new InlineFragment(maybe(this::namedType), directives(true), selections(depth - 1), NONE);
        }
        if (one(8)) return new FragmentSpread(fragmentName(), directives(true), NONE);
        return new Field(
                maybe(this::name),
                name(),
                arguments(true),
                directives(true),
                depth > 0 && one(3) ? selections(depth - 1) : null,
                NONE);
    }

    private List<Argument> arguments(boolean variables) {
        return one(2) ? List.of() : some(1, 3, () -> new Argument(name(), value(3, variables), NONE));
    }

    private List<Directive> directives(boolean variables) {
        return one(4) ? some(1, 2, () -> new Directive(name(), arguments(variables), NONE)) : List.of();
    }

    private Value value(int depth, boolean variables) {
        return switch (random.nextInt(variables ? 9 : 8)) {
            case 0 -> new IntValue(pick(INTEGERS), NONE);
            case 1 -> new FloatValue(pick(FLOATS), NONE);
            case 2 -> string();
            case 3 -> new BooleanValue(one(2), NONE);
            case 4 -> new NullValue(NONE);
            case 5 -> new EnumValue(enumName(), NONE);
            case 6 -> new ListValue(depth == 0 ? List.of() : some(0, 4, () -> value(depth - 1, variables)), NONE);
            case 7 -> new ObjectValue(depth == 0 ? List.of() : some(0, 4, () -> objectField(depth, variables)), NONE);
            default -> variable();
        };
    }

    private ObjectField objectField(int depth, boolean variables) {
        return new ObjectField(name(), value(depth - 1, variables), NONE);
    }

    private Variable variable() {
        return new Variable(name(), NONE);
    }

    private StringValue string() {
        String text = pick(TEXTS);
        return new StringValue(text, one(2) && StringLiteral.canBeBlock(text), NONE);
    }

    private String enumName() {
        String name = name();
        return name.equals("true") || name.equals("null") ? "TRUE" : name;
    }

    private TypeReference type(int depth) {
        TypeReference type = depth > 0 && one(3) ? new ListType(type(depth - 1), NONE) : namedType();
        return one(3) ? new NonNullType(type, NONE) : type;
    }

    private NamedType namedType() {
        return new NamedType(name(), NONE);
    }

    private Definition typeSystemDefinition() {
        return switch (random.nextInt(15)) {
            case 0 -> new SchemaDefinition(maybe(this::string), directives(false), some(1, 3, this::rootType), NONE);
            case 1 -> new ScalarTypeDefinition(maybe(this::string), name(), directives(false), NONE);
            case 2 ->
                new ObjectTypeDefinition(
                        maybe(this::string), name(), interfaces(), directives(false), some(0, 4, this::field), NONE);
            case 3 ->
                new InterfaceTypeDefinition(
                        maybe(this::string), name(), interfaces(), directives(false), some(0, 4, this::field), NONE);
            case 4 ->
                new UnionTypeDefinition(
                        maybe(this::string), name(), directives(false), some(0, 4, this::namedType), NONE);
            case 5 ->
                new EnumTypeDefinition(
                        maybe(this::string), name(), directives(false), some(0, 4, this::enumValue), NONE);
            case 6 ->
                new InputObjectTypeDefinition(
                        maybe(this::string), name(), directives(false), some(0, 4, this::input), NONE);
            case 7 -> directiveDefinition();
            case 8 -> new SchemaExtension(directives(false), some(1, 2, this::rootType), NONE);
            case 9 -> new ScalarTypeExtension(name(), List.of(new Directive(name(), arguments(false), NONE)), NONE);
            case 10 -> new ObjectTypeExtension(name(), interfaces(), directives(false), some(1, 3, this::field), NONE);
            case 11 ->
                new InterfaceTypeExtension(name(), interfaces(), directives(false), some(1, 3, this::field), NONE);
            case 12 -> new UnionTypeExtension(name(), directives(false), some(1, 3, this::namedType), NONE);
            case 13 -> new EnumTypeExtension(name(), directives(false), some(1, 3, this::enumValue), NONE);
            default -> new InputObjectTypeExtension(name(), directives(false), some(1, 3, this::input), NONE);
        };
    }

    private DirectiveDefinition directiveDefinition() {
        List<Name> locations = some(1, 7, () -> new Name(pick(LOCATIONS), NONE));
        return new DirectiveDefinition(maybe(this::string), name(), inputs(), one(2), locations, NONE);
    }

    private OperationTypeDefinition rootType() {
        return new OperationTypeDefinition(pick(List.of(OperationType.values())), namedType(), NONE);
    }

    private List<NamedType> interfaces() {
        return one(3) ? some(1, 3, this::namedType) : List.of();
    }

    private FieldDefinition field() {
        return new FieldDefinition(maybe(this::string), name(), inputs(), type(3), directives(false), NONE);
    }

    private List<InputValueDefinition> inputs() {
        return one(3) ? some(1, 4, this::input) : List.of();
    }

    private InputValueDefinition input() {
        return new InputValueDefinition(
                maybe(this::string), name(), type(3), maybe(() -> value(2, false)), directives(false), NONE);
    }

    private EnumValueDefinition enumValue() {
        return new EnumValueDefinition(maybe(this::string), enumName(), directives(false), NONE);
    }

    private String name() {
        return pick(NAMES);
    }

    private <T> T maybe(Supplier<T> item) {
        return one(3) ? item.get() : null;
    }

    private <T> List<T> some(int least, int most, Supplier<? extends T> item) {
        int count = least + random.nextInt(most - least + 1);
        List<T> items = new ArrayList<>();
        for (int i = 0; i < count; i++) items.add(item.get());
        return items;
    }

    private <T> T pick(List<T> items) {
        return items.get(random.nextInt(items.size()));
    }

    /** True once in {@code times}. */
    private boolean one(int times) {
        return random.nextInt(times) == 0;
    }
}
