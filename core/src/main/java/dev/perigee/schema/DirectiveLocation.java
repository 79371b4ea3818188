package dev.perigee.schema;

import org.jspecify.annotations.Nullable;

/**
 * Where a directive may stand.
 *
 * @see <a href="https://spec.graphql.org/September2025/#DirectiveLocation">Directives</a>
 */
public enum DirectiveLocation {
    QUERY,
    MUTATION,
    SUBSCRIPTION,
    FIELD,
    FRAGMENT_DEFINITION,
    FRAGMENT_SPREAD,
    INLINE_FRAGMENT,
    VARIABLE_DEFINITION,
    SCHEMA,
    SCALAR,
    OBJECT,
    FIELD_DEFINITION,
    ARGUMENT_DEFINITION,
    INTERFACE,
    UNION,
    ENUM,
    ENUM_VALUE,
    INPUT_OBJECT,
    INPUT_FIELD_DEFINITION;

    /** Whether the place is in an executable document, not in a definition of the schema. */
    public boolean isExecutable() {
        return compareTo(SCHEMA) < 0;
    }

    /** The location of this name, null if there is none. */
    public static @Nullable DirectiveLocation of(String name) {
        for (DirectiveLocation location : values()) {
            if (location.name().equals(name)) return location;
        }
        return null;
    }
}
