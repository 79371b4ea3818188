package dev.perigee.data;

/**
 * Which field a {@link FieldFunction} is called for.
 *
 * @param typeName the object type that the field belongs to
 * @param fieldName the field's name in the schema
 * @param responseName the name under which it stands in the response: its alias, or else its name
 */
public record FieldInfo(String typeName, String fieldName, String responseName) {}
