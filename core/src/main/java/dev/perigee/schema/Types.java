package dev.perigee.schema;

/**
 * Where building a schema in Java starts; meant to be imported statically:
 *
 * <pre>{@code
 * var post = object("Post")
 *         .field("id", nonNull(ID))
 *         .field("comments", nonNull(list("Comment")), field -> field
 *                 .argument("last", nonNull(INT), last -> last.defaultValue(5)));
 * Schema schema = Schema.builder()
 *         .query(object("Query").field("post", post, field -> field.argument("id", nonNull(ID))))
 *         .type(object("Comment").field("text", STRING))
 *         .build();
 * }</pre>
 */
public final class Types {
    public static final TypeExpression INT = named("Int");
    public static final TypeExpression FLOAT = named("Float");
    public static final TypeExpression STRING = named("String");
    public static final TypeExpression BOOLEAN = named("Boolean");
    public static final TypeExpression ID = named("ID");

    private Types() {}

    /** A type by its name; it may be added to the schema before or after. */
    public static TypeExpression named(String name) {
        return new TypeExpression.Named(name);
    }

    public static TypeExpression list(TypeExpression type) {
        return TypeExpression.Wrapped.list(type);
    }

    /** A list of a type by its name. */
    public static TypeExpression list(String name) {
        return list(named(name));
    }

    public static TypeExpression nonNull(TypeExpression type) {
        return TypeExpression.Wrapped.nonNull(type);
    }

    /** A type by its name, without null. */
    public static TypeExpression nonNull(String name) {
        return nonNull(named(name));
    }

    public static ObjectTypeBuilder object(String name) {
        return new ObjectTypeBuilder(name);
    }

    public static InterfaceTypeBuilder interfaceType(String name) {
        return new InterfaceTypeBuilder(name);
    }

    public static UnionTypeBuilder union(String name) {
        return new UnionTypeBuilder(name);
    }

    public static EnumTypeBuilder enumType(String name) {
        return new EnumTypeBuilder(name);
    }

    public static InputObjectTypeBuilder inputObject(String name) {
        return new InputObjectTypeBuilder(name);
    }

    /** A custom scalar; without a coercion it takes and gives what JSON can say. */
    public static ScalarTypeBuilder scalar(String name) {
        return new ScalarTypeBuilder(name);
    }

    /** A directive, to be defined; the name is without {@code @}. */
    public static DirectiveTypeBuilder directive(String name) {
        return new DirectiveTypeBuilder(name);
    }
}
