package dev.perigee.schema;

import dev.perigee.language.Value;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How each field of introspection is read, by its coordinate. */
final class IntrospectionFields {
    private static final Map<String, Reader> READERS = new HashMap<>();

    private IntrospectionFields() {}

    /** A field of some schema. */
    @FunctionalInterface
    interface Reader {
        @Nullable Object read(Schema schema, Object parent, Map<String, ? extends @Nullable Object> arguments);
    }

    static @Nullable Reader reader(String coordinate) {
        return READERS.get(coordinate);
    }

    static {
        READERS.put("__schema", (schema, parent, arguments) -> schema);
        READERS.put("__type", (schema, parent, arguments) -> typeNamed(schema, arguments.get("name")));
        schema("description", Schema::description);
        schema("types", schema -> List.copyOf(schema.types()));
        schema("queryType", Schema::queryType);
        schema("mutationType", Schema::mutationType);
        schema("subscriptionType", Schema::subscriptionType);
        schema("directives", schema -> List.copyOf(schema.directives()));

        type("kind", IntrospectionFields::kind);
        type("name", type -> type instanceof DefinedType defined ? defined.name() : null);
        type("description", type -> type instanceof DefinedType defined ? defined.description() : null);
        type("specifiedByURL", type -> type instanceof ScalarType scalar ? scalar.specifiedByUrl() : null);
        type("interfaces", type -> type instanceof ImplementingType implementing ? implementing.interfaces() : null);
        type("ofType", IntrospectionFields::ofType);
        type("isOneOf", type -> type instanceof InputObjectType input ? input.isOneOf() : null);
        READERS.put("__Type.possibleTypes", (schema, parent, arguments) -> possibleTypes(schema, (Type) parent));
        READERS.put(
                "__Type.fields",
                (schema, parent, arguments) ->
                        parent instanceof ImplementingType type ? current(type.fields(), arguments) : null);
        READERS.put(
                "__Type.enumValues",
                (schema, parent, arguments) ->
                        parent instanceof EnumType type ? current(type.values(), arguments) : null);
        READERS.put(
                "__Type.inputFields",
                (schema, parent, arguments) ->
                        parent instanceof InputObjectType type ? current(type.fields(), arguments) : null);

        put("__Field", "name", OutputField.class, OutputField::name);
        put("__Field", "description", OutputField.class, OutputField::description);
        put("__Field", "type", OutputField.class, OutputField::type);
        put("__Field", "isDeprecated", OutputField.class, field -> field.deprecationReason() != null);
        put("__Field", "deprecationReason", OutputField.class, OutputField::deprecationReason);
        READERS.put(
                "__Field.args", (schema, parent, arguments) -> current(((OutputField) parent).arguments(), arguments));

        put("__InputValue", "name", InputValue.class, InputValue::name);
        put("__InputValue", "description", InputValue.class, InputValue::description);
        put("__InputValue", "type", InputValue.class, InputValue::type);
        put("__InputValue", "defaultValue", InputValue.class, IntrospectionFields::defaultValue);
        put("__InputValue", "isDeprecated", InputValue.class, input -> input.deprecationReason() != null);
        put("__InputValue", "deprecationReason", InputValue.class, InputValue::deprecationReason);

        put("__EnumValue", "name", EnumMember.class, EnumMember::name);
        put("__EnumValue", "description", EnumMember.class, EnumMember::description);
        put("__EnumValue", "isDeprecated", EnumMember.class, value -> value.deprecationReason() != null);
        put("__EnumValue", "deprecationReason", EnumMember.class, EnumMember::deprecationReason);

        put("__Directive", "name", DirectiveType.class, DirectiveType::name);
        put("__Directive", "description", DirectiveType.class, DirectiveType::description);
        put("__Directive", "isRepeatable", DirectiveType.class, DirectiveType::isRepeatable);
        put("__Directive", "locations", DirectiveType.class, IntrospectionFields::locations);
        READERS.put(
                "__Directive.args",
                (schema, parent, arguments) -> current(((DirectiveType) parent).arguments(), arguments));
    }

    private static void schema(String field, Function<Schema, @Nullable Object> reader) {
        put("__Schema", field, Schema.class, reader);
    }

    private static void type(String field, Function<Type, @Nullable Object> reader) {
        put("__Type", field, Type.class, reader);
    }

    private static <T> void put(String type, String field, Class<T> parentType, Function<T, @Nullable Object> reader) {
        READERS.put(type + "." + field, (schema, parent, arguments) -> reader.apply(parentType.cast(parent)));
    }

    /** Only what {@code __schema} lists: the built-in scalars that a schema doesn't use are not there. */
    private static @Nullable DefinedType typeNamed(Schema schema, @Nullable Object name) {
        return name instanceof String text ? schema.listedType(text) : null;
    }

    private static String kind(Type type) {
        return switch (type) {
            case ListOf list -> "LIST";
            case NonNull nonNull -> "NON_NULL";
            case DefinedType defined -> TypeKind.of(defined).name();
        };
    }

    private static @Nullable Type ofType(Type type) {
        return switch (type) {
            case ListOf list -> list.type();
            case NonNull nonNull -> nonNull.type();
            case DefinedType defined -> null;
        };
    }

    private static @Nullable List<ObjectType> possibleTypes(Schema schema, Type type) {
        return switch (type) {
            case InterfaceType interfaceType -> schema.possibleTypes(interfaceType);
            case UnionType union -> schema.possibleTypes(union);
            default -> null;
        };
    }

    private static @Nullable String defaultValue(InputValue input) {
        Value value = input.defaultValue();
        return value == null ? null : Literals.print(value);
    }

    private static List<String> locations(DirectiveType directive) {
        return directive.locations().stream().map(DirectiveLocation::name).toList();
    }

    /** All members, or those that are not deprecated. */
    private static <T extends Member> List<T> current(
            Collection<T> members, Map<String, ? extends @Nullable Object> arguments) {
        boolean all = Boolean.TRUE.equals(arguments.get("includeDeprecated"));
        return members.stream()
                .filter(member -> all || member.deprecationReason() == null)
                .toList();
    }
}
