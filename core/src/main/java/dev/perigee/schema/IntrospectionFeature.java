package dev.perigee.schema;

/**
 * What servers of older editions may not know of, and reject a query for. Everything else of introspection is in all
 * editions.
 */
public enum IntrospectionFeature {
    /** Descriptions; not new, but large. */
    DESCRIPTIONS,
    /** The description of the schema itself; since October 2021. */
    SCHEMA_DESCRIPTION,
    /** {@code specifiedByURL} of scalars; since October 2021. */
    SPECIFIED_BY_URL,
    /** {@code isRepeatable} of directives; since October 2021. */
    REPEATABLE_DIRECTIVES,
    /** Deprecated arguments and input fields; since September 2025. */
    DEPRECATED_INPUTS,
    /** {@code isOneOf} of input objects; since September 2025. */
    ONE_OF
}
