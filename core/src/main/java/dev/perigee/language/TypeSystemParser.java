package dev.perigee.language;

import static dev.perigee.language.TokenKind.AMPERSAND;
import static dev.perigee.language.TokenKind.AT;
import static dev.perigee.language.TokenKind.BRACE_LEFT;
import static dev.perigee.language.TokenKind.BRACE_RIGHT;
import static dev.perigee.language.TokenKind.COLON;
import static dev.perigee.language.TokenKind.EQUALS;
import static dev.perigee.language.TokenKind.NAME;
import static dev.perigee.language.TokenKind.PAREN_LEFT;
import static dev.perigee.language.TokenKind.PAREN_RIGHT;
import static dev.perigee.language.TokenKind.PIPE;
import static dev.perigee.language.ValueParser.Constness.CONSTANT;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The grammar of schemas: definitions, and extensions, which must add something. */
final class TypeSystemParser {
    private static final Set<String> DIRECTIVE_LOCATIONS = Set.of(
            "QUERY",
            "MUTATION",
            "SUBSCRIPTION",
            "FIELD",
            "FRAGMENT_DEFINITION",
            "FRAGMENT_SPREAD",
            "INLINE_FRAGMENT",
            "VARIABLE_DEFINITION",
            "SCHEMA",
            "SCALAR",
            "OBJECT",
            "FIELD_DEFINITION",
            "ARGUMENT_DEFINITION",
            "INTERFACE",
            "UNION",
            "ENUM",
            "ENUM_VALUE",
            "INPUT_OBJECT",
            "INPUT_FIELD_DEFINITION");

    private final Cursor cursor;
    private final ValueParser values;

    TypeSystemParser(Cursor cursor, ValueParser values) {
        this.cursor = cursor;
        this.values = values;
    }

    /** {@code SchemaDefinition : Description? schema Directives? { RootOperationTypeDefinition+ }}. */
    SchemaDefinition schema(int start, @Nullable StringValue description) {
        cursor.advance();
        List<Directive> directives = values.directives(CONSTANT);
        if (!cursor.is(BRACE_LEFT)) throw cursor.expected("\"{\"");
        return new SchemaDefinition(description, directives, operationTypes(), cursor.since(start));
    }

    private List<OperationTypeDefinition> operationTypes() {
        return braced(this::operationType);
    }

    /** {@code RootOperationTypeDefinition : OperationType : NamedType}. */
    private OperationTypeDefinition operationType() {
        int start = cursor.start();
        OperationType operation = null;
        for (OperationType each : OperationType.values()) {
            if (cursor.isWord(each.keyword())) operation = each;
        }
        if (operation == null) throw cursor.expected("\"query\", \"mutation\" or \"subscription\"");
        cursor.advance();
        cursor.expect(COLON);
        return new OperationTypeDefinition(operation, values.namedType("a type"), cursor.since(start));
    }

    /** {@code ScalarTypeDefinition : Description? scalar Name Directives?}. */
    ScalarTypeDefinition scalar(int start, @Nullable StringValue description) {
        String name = typeName();
        return new ScalarTypeDefinition(description, name, values.directives(CONSTANT), cursor.since(start));
    }

    /** {@code ObjectTypeDefinition : Description? type Name ImplementsInterfaces? Directives? FieldsDefinition?}. */
    ObjectTypeDefinition object(int start, @Nullable StringValue description) {
        String name = typeName();
        List<NamedType> interfaces = interfaces();
        List<Directive> directives = values.directives(CONSTANT);
        return new ObjectTypeDefinition(description, name, interfaces, directives, fields(), cursor.since(start));
    }

    /** {@code InterfaceTypeDefinition : Description? interface Name ImplementsInterfaces? Directives? FieldsDefinition?}. */
    InterfaceTypeDefinition interfaceType(int start, @Nullable StringValue description) {
        String name = typeName();
        List<NamedType> interfaces = interfaces();
        List<Directive> directives = values.directives(CONSTANT);
        return new InterfaceTypeDefinition(description, name, interfaces, directives, fields(), cursor.since(start));
    }

    /** {@code UnionTypeDefinition : Description? union Name Directives? UnionMemberTypes?}. */
    UnionTypeDefinition union(int start, @Nullable StringValue description) {
        String name = typeName();
        List<Directive> directives = values.directives(CONSTANT);
        return new UnionTypeDefinition(description, name, directives, memberTypes(), cursor.since(start));
    }

    /** {@code EnumTypeDefinition : Description? enum Name Directives? EnumValuesDefinition?}. */
    EnumTypeDefinition enumType(int start, @Nullable StringValue description) {
        String name = typeName();
        List<Directive> directives = values.directives(CONSTANT);
        return new EnumTypeDefinition(description, name, directives, enumValues(), cursor.since(start));
    }

    /** {@code InputObjectTypeDefinition : Description? input Name Directives? InputFieldsDefinition?}. */
    InputObjectTypeDefinition inputObject(int start, @Nullable StringValue description) {
        String name = typeName();
        List<Directive> directives = values.directives(CONSTANT);
        return new InputObjectTypeDefinition(description, name, directives, inputFields(), cursor.since(start));
    }

    /** {@code DirectiveDefinition : Description? directive @ Name ArgumentsDefinition? repeatable? on DirectiveLocations}. */
    DirectiveDefinition directive(int start, @Nullable StringValue description) {
        cursor.advance();
        cursor.expect(AT);
        String name = cursor.name("the name of a directive");
        List<InputValueDefinition> arguments = argumentDefinitions();
        boolean repeatable = cursor.skipWord("repeatable");
        cursor.expectWord("on");
        return new DirectiveDefinition(
                description, name, arguments, repeatable, directiveLocations(), cursor.since(start));
    }

    /** {@code TypeSystemExtension : extend} and what is extended. */
    TypeSystemExtension extension() {
        int start = cursor.start();
        cursor.advance();
        if (!cursor.is(NAME)) throw expectedExtension();
        return switch (cursor.peekName()) {
            case "schema" -> schemaExtension(start);
            case "scalar" -> scalarExtension(start);
            case "type" -> objectExtension(start);
            case "interface" -> interfaceExtension(start);
            case "union" -> unionExtension(start);
            case "enum" -> enumExtension(start);
            case "input" -> inputObjectExtension(start);
            default -> throw expectedExtension();
        };
    }

    private SyntaxException expectedExtension() {
        return cursor.expected("\"schema\", \"scalar\", \"type\", \"interface\", \"union\", \"enum\" or \"input\"");
    }

    private SchemaExtension schemaExtension(int start) {
        cursor.advance();
        List<Directive> directives = values.directives(CONSTANT);
        List<OperationTypeDefinition> operationTypes = operationTypes();
        if (directives.isEmpty() && operationTypes.isEmpty()) throw cursor.expected("\"@\" or \"{\"");
        return new SchemaExtension(directives, operationTypes, cursor.since(start));
    }

    private ScalarTypeExtension scalarExtension(int start) {
        String name = typeName();
        List<Directive> directives = values.directives(CONSTANT);
        if (directives.isEmpty()) throw cursor.expected("\"@\"");
        return new ScalarTypeExtension(name, directives, cursor.since(start));
    }

    private ObjectTypeExtension objectExtension(int start) {
        String name = typeName();
        List<NamedType> interfaces = interfaces();
        List<Directive> directives = values.directives(CONSTANT);
        List<FieldDefinition> fields = fields();
        if (interfaces.isEmpty() && directives.isEmpty() && fields.isEmpty()) {
            throw cursor.expected("\"implements\", \"@\" or \"{\"");
        }
        return new ObjectTypeExtension(name, interfaces, directives, fields, cursor.since(start));
    }

    private InterfaceTypeExtension interfaceExtension(int start) {
        String name = typeName();
        List<NamedType> interfaces = interfaces();
        List<Directive> directives = values.directives(CONSTANT);
        List<FieldDefinition> fields = fields();
        if (interfaces.isEmpty() && directives.isEmpty() && fields.isEmpty()) {
            throw cursor.expected("\"implements\", \"@\" or \"{\"");
        }
        return new InterfaceTypeExtension(name, interfaces, directives, fields, cursor.since(start));
    }

    private UnionTypeExtension unionExtension(int start) {
        String name = typeName();
        List<Directive> directives = values.directives(CONSTANT);
        List<NamedType> types = memberTypes();
        if (directives.isEmpty() && types.isEmpty()) throw cursor.expected("\"@\" or \"=\"");
        return new UnionTypeExtension(name, directives, types, cursor.since(start));
    }

    private EnumTypeExtension enumExtension(int start) {
        String name = typeName();
        List<Directive> directives = values.directives(CONSTANT);
        List<EnumValueDefinition> enumValues = enumValues();
        if (directives.isEmpty() && enumValues.isEmpty()) throw cursor.expected("\"@\" or \"{\"");
        return new EnumTypeExtension(name, directives, enumValues, cursor.since(start));
    }

    private InputObjectTypeExtension inputObjectExtension(int start) {
        String name = typeName();
        List<Directive> directives = values.directives(CONSTANT);
        List<InputValueDefinition> fields = inputFields();
        if (directives.isEmpty() && fields.isEmpty()) throw cursor.expected("\"@\" or \"{\"");
        return new InputObjectTypeExtension(name, directives, fields, cursor.since(start));
    }

    private String typeName() {
        cursor.advance();
        return cursor.name("the name of a type");
    }

    /** {@code ImplementsInterfaces : implements &? NamedType (& NamedType)*}, or none. */
    private List<NamedType> interfaces() {
        return cursor.skipWord("implements") ? separated(AMPERSAND, "an interface") : List.of();
    }

    /** {@code UnionMemberTypes : = |? NamedType (| NamedType)*}, or none. */
    private List<NamedType> memberTypes() {
        return cursor.skip(EQUALS) ? separated(PIPE, "a type") : List.of();
    }

    private List<NamedType> separated(TokenKind separator, String what) {
        cursor.skip(separator);
        int types = cursor.startList();
        do {
            cursor.add(values.namedType(what));
        } while (cursor.skip(separator));
        return cursor.list(types);
    }

    /** {@code DirectiveLocations : |? DirectiveLocation (| DirectiveLocation)*}. */
    private List<Name> directiveLocations() {
        cursor.skip(PIPE);
        int locations = cursor.startList();
        do {
            cursor.add(directiveLocation());
        } while (cursor.skip(PIPE));
        return cursor.list(locations);
    }

    private Name directiveLocation() {
        int start = cursor.start();
        if (!cursor.is(NAME) || !DIRECTIVE_LOCATIONS.contains(cursor.peekName())) {
            throw cursor.expected("a directive location such as FIELD or OBJECT");
        }
        return new Name(cursor.name("a directive location"), cursor.since(start));
    }

    /** {@code FieldsDefinition : { FieldDefinition+ }}, or none. */
    private List<FieldDefinition> fields() {
        return braced(this::field);
    }

    /** {@code FieldDefinition : Description? Name ArgumentsDefinition? : Type Directives?}. */
    private FieldDefinition field() {
        int start = cursor.start();
        StringValue description = values.description();
        String name = cursor.name("the name of a field");
        List<InputValueDefinition> arguments = argumentDefinitions();
        cursor.expect(COLON);
        TypeReference type = values.type();
        List<Directive> directives = values.directives(CONSTANT);
        return new FieldDefinition(description, name, arguments, type, directives, cursor.since(start));
    }

    /** {@code ArgumentsDefinition : ( InputValueDefinition+ )}, or none. */
    private List<InputValueDefinition> argumentDefinitions() {
        if (!cursor.skip(PAREN_LEFT)) return List.of();
        int arguments = cursor.startList();
        do {
            cursor.add(inputValue("the name of an argument"));
        } while (!cursor.skip(PAREN_RIGHT));
        return cursor.list(arguments);
    }

    /** {@code InputFieldsDefinition : { InputValueDefinition+ }}, or none. */
    private List<InputValueDefinition> inputFields() {
        return braced(() -> inputValue("the name of an input field"));
    }

    /** {@code InputValueDefinition : Description? Name : Type DefaultValue? Directives?}. */
    private InputValueDefinition inputValue(String what) {
        int start = cursor.start();
        StringValue description = values.description();
        String name = cursor.name(what);
        cursor.expect(COLON);
        TypeReference type = values.type();
        Value defaultValue = cursor.skip(EQUALS) ? values.value(CONSTANT) : null;
        List<Directive> directives = values.directives(CONSTANT);
        return new InputValueDefinition(description, name, type, defaultValue, directives, cursor.since(start));
    }

    /** {@code EnumValuesDefinition : { EnumValueDefinition+ }}, or none. */
    private List<EnumValueDefinition> enumValues() {
        return braced(this::enumValue);
    }

    /** {@code EnumValueDefinition : Description? EnumValue Directives?}. */
    private EnumValueDefinition enumValue() {
        int start = cursor.start();
        StringValue description = values.description();
        if (cursor.isWord("true") || cursor.isWord("false") || cursor.isWord("null")) {
            throw cursor.expected("the name of an enum value, which is not true, false or null");
        }
        String name = cursor.name("the name of an enum value");
        return new EnumValueDefinition(description, name, values.directives(CONSTANT), cursor.since(start));
    }

    /** At least one item in braces, or no braces. */
    private <T> List<T> braced(Supplier<T> item) {
        if (!cursor.skip(BRACE_LEFT)) return List.of();
        int items = cursor.startList();
        do {
            cursor.add(item.get());
        } while (!cursor.skip(BRACE_RIGHT));
        return cursor.list(items);
    }
}
