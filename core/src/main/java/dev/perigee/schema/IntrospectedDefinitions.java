package dev.perigee.schema;

import dev.perigee.language.Definition;
import dev.perigee.language.Directive;
import dev.perigee.language.DirectiveDefinition;
import dev.perigee.language.EnumTypeDefinition;
import dev.perigee.language.EnumValueDefinition;
import dev.perigee.language.FieldDefinition;
import dev.perigee.language.InputObjectTypeDefinition;
import dev.perigee.language.InputValueDefinition;
import dev.perigee.language.InterfaceTypeDefinition;
import dev.perigee.language.Location;
import dev.perigee.language.Name;
import dev.perigee.language.NamedType;
import dev.perigee.language.ObjectTypeDefinition;
import dev.perigee.language.OperationType;
import dev.perigee.language.OperationTypeDefinition;
import dev.perigee.language.Parser;
import dev.perigee.language.ScalarTypeDefinition;
import dev.perigee.language.SchemaDefinition;
import dev.perigee.language.StringValue;
import dev.perigee.language.SyntaxException;
import dev.perigee.language.UnionTypeDefinition;
import dev.perigee.language.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Definitions from the answer to an introspection query, which is not trusted: every value is checked. */
final class IntrospectedDefinitions {
    private static final Location NONE = Location.NONE;

    private final List<Definition> definitions = new ArrayList<>();

    private IntrospectedDefinitions() {}

    /** @throws SchemaException with everything that is missing or of a wrong kind */
    static List<Definition> read(Map<String, ? extends @Nullable Object> result) {
        SchemaProblems problems = new SchemaProblems();
        JsonPlace root = new JsonPlace(result, "", problems);
        JsonPlace schema = root.member("__schema");
        if (schema.isNull()) schema = root.member("data").member("__schema");
        IntrospectedDefinitions read = new IntrospectedDefinitions();
        if (schema.isObject()) read.schema(schema);
        problems.throwIfAny(List.of());
        return read.definitions;
    }

    private void schema(JsonPlace schema) {
        List<OperationTypeDefinition> roots = new ArrayList<>();
        for (OperationType operation : OperationType.values()) {
            JsonPlace type = schema.member(operation.keyword() + "Type");
            boolean needed = operation == OperationType.QUERY || !type.isNull();
            if (!needed || !type.isObject()) continue;
            roots.add(new OperationTypeDefinition(operation, name(type), NONE));
        }
        definitions.add(new SchemaDefinition(description(schema), List.of(), roots, NONE));
        schema.member("directives").itemsIfAny().forEach(this::directive);
        schema.member("types").items().forEach(this::type);
    }

    private void directive(JsonPlace directive) {
        if (!directive.isObject()) return;
        String name = directive.member("name").text();
        if (BuiltInDirectives.isBuiltIn(name)) return; // as we know it, whatever the server's edition says
        List<Name> locations = directive.member("locations").items().stream()
                .map(location -> new Name(location.text(), NONE))
                .toList();
        boolean repeatable = directive.member("isRepeatable").isTrue();
        definitions.add(new DirectiveDefinition(
                description(directive), name, inputs(directive.member("args")), repeatable, locations, NONE));
    }

    private void type(JsonPlace type) {
        if (!type.isObject()) return;
        String name = type.member("name").text();
        if (name.startsWith("__") || BuiltInScalars.of(name) != null) return;
        StringValue description = description(type);
        switch (type.member("kind").text()) {
            case "SCALAR" -> definitions.add(new ScalarTypeDefinition(description, name, specifiedBy(type), NONE));
            case "OBJECT" ->
                definitions.add(new ObjectTypeDefinition(
                        description,
                        name,
                        names(type.member("interfaces").itemsIfAny()),
                        List.of(),
                        fields(type),
                        NONE));
            case "INTERFACE" ->
                definitions.add(new InterfaceTypeDefinition(
                        description,
                        name,
                        names(type.member("interfaces").itemsIfAny()),
                        List.of(),
                        fields(type),
                        NONE));
            case "UNION" ->
                definitions.add(new UnionTypeDefinition(
                        description,
                        name,
                        List.of(),
                        names(type.member("possibleTypes").items()),
                        NONE));
            case "ENUM" -> definitions.add(new EnumTypeDefinition(description, name, List.of(), values(type), NONE));
            case "INPUT_OBJECT" ->
                definitions.add(new InputObjectTypeDefinition(
                        description, name, oneOf(type), inputs(type.member("inputFields")), NONE));
            default -> type.member("kind").add("is no kind of a type with a name.");
        }
    }

    private static List<FieldDefinition> fields(JsonPlace type) {
        List<FieldDefinition> fields = new ArrayList<>();
        for (JsonPlace field : type.member("fields").items()) {
            if (!field.isObject()) continue;
            fields.add(new FieldDefinition(
                    description(field),
                    field.member("name").text(),
                    inputs(field.member("args")),
                    IntrospectedType.reference(field.member("type")),
                    deprecated(field),
                    NONE));
        }
        return fields;
    }

    private static List<InputValueDefinition> inputs(JsonPlace list) {
        List<InputValueDefinition> inputs = new ArrayList<>();
        for (JsonPlace input : list.items()) {
            if (!input.isObject()) continue;
            inputs.add(new InputValueDefinition(
                    description(input),
                    input.member("name").text(),
                    IntrospectedType.reference(input.member("type")),
                    defaultValue(input.member("defaultValue")),
                    deprecated(input),
                    NONE));
        }
        return inputs;
    }

    private static List<EnumValueDefinition> values(JsonPlace type) {
        List<EnumValueDefinition> values = new ArrayList<>();
        for (JsonPlace value : type.member("enumValues").items()) {
            if (!value.isObject()) continue;
            values.add(new EnumValueDefinition(
                    description(value), value.member("name").text(), deprecated(value), NONE));
        }
        return values;
    }

    private static List<NamedType> names(List<JsonPlace> types) {
        return types.stream()
                .filter(JsonPlace::isObject)
                .map(IntrospectedDefinitions::name)
                .toList();
    }

    private static NamedType name(JsonPlace type) {
        return new NamedType(type.member("name").text(), NONE);
    }

    private static @Nullable Value defaultValue(JsonPlace place) {
        String text = place.textIfAny();
        if (text == null) return null;
        try {
            return Parser.parseConstValue(text);
        } catch (SyntaxException exception) {
            place.add("is no literal: " + exception.getMessage());
            return null;
        }
    }

    private static List<Directive> deprecated(JsonPlace place) {
        if (!place.member("isDeprecated").isTrue()) return List.of();
        String reason = place.member("deprecationReason").textIfAny();
        return List.of(Deprecation.directive(reason == null ? Deprecation.DEFAULT_REASON : reason));
    }

    private static List<Directive> specifiedBy(JsonPlace type) {
        String url = type.member("specifiedByURL").textIfAny();
        if (url == null) return List.of();
        return List.of(new Directive("specifiedBy", List.of(TypeNodes.argument("url", url)), NONE));
    }

    private static List<Directive> oneOf(JsonPlace type) {
        return type.member("isOneOf").isTrue() ? List.of(new Directive("oneOf", List.of(), NONE)) : List.of();
    }

    private static @Nullable StringValue description(JsonPlace place) {
        String text = place.member("description").textIfAny();
        return text == null ? null : new StringValue(text, true, NONE);
    }
}
