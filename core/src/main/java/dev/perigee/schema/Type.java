package dev.perigee.schema;

/**
 * A type of a schema: a defined type, or one wrapped as a list or as non-null. Prints as it is written in a document,
 * such as {@code [Post!]!}. Defined types are the same when they are the same object; wrappers when they wrap the same.
 *
 * @see <a href="https://spec.graphql.org/September2025/#sec-Wrapping-Types">Wrapping Types</a>
 */
public sealed interface Type permits DefinedType, ListOf, NonNull {
    /** The innermost type, without lists and non-null. */
    DefinedType named();

    /** This type without an outer {@link NonNull}. */
    default Type nullable() {
        return this instanceof NonNull nonNull ? nonNull.type() : this;
    }

    default boolean isNonNull() {
        return this instanceof NonNull;
    }

    /** Whether arguments, input fields and variables may have this type: scalars, enums, input objects, their wrappers. */
    default boolean isInput() {
        return named() instanceof InputObjectType || isLeaf();
    }

    /** Whether fields may have this type: all but input objects and their wrappers. */
    default boolean isOutput() {
        return !(named() instanceof InputObjectType);
    }

    /** Whether the innermost type is a scalar or an enum: what has no selection set. */
    default boolean isLeaf() {
        DefinedType named = named();
        return named instanceof ScalarType || named instanceof EnumType;
    }
}
