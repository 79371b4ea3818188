package dev.perigee.schema;

/** What has a name within its type: a field, an argument, an enum value. */
sealed interface Member permits OutputField, InputValue, EnumMember {
    String name();
}
