package dev.perigee.schema;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** What SDL cannot say: the coercions of scalars, and the Java values of enums. */
final class Attachments {
    private final Map<String, Coercion> coercions = new LinkedHashMap<>();
    private final Map<String, Coercion> library = new HashMap<>();
    private final Map<String, Object> libraryValues = new HashMap<>(); // by coordinate
    private final Map<String, Map<String, Object>> enumValues = new LinkedHashMap<>();

    /** What is attached to the types of a schema, for another one with some of them. */
    static Attachments of(Schema schema) {
        Attachments attachments = new Attachments();
        for (DefinedType type : schema.types()) {
            if (type instanceof ScalarType scalar) attachments.library.put(scalar.name(), scalar.coercion());
            if (type instanceof EnumType values) {
                for (EnumMember value : values.values()) {
                    attachments.libraryValues.put(value.coordinate(), value.value());
                }
            }
        }
        return attachments;
    }

    void coercion(String scalar, Coercion coercion) {
        coercions.put(scalar, coercion);
    }

    void library(Map<String, Coercion> scalars) {
        library.putAll(scalars);
    }

    void enumValue(String enumName, String name, Object value) {
        enumValues.computeIfAbsent(enumName, key -> new HashMap<>()).put(name, value);
    }

    Coercion coercion(String scalar) {
        Coercion own = coercions.get(scalar);
        return own == null ? library.getOrDefault(scalar, PlainCoercion.INSTANCE) : own;
    }

    /** What was given for a value, or else its name. */
    Object enumValue(String enumName, String name) {
        Object own = enumValues.getOrDefault(enumName, Map.of()).get(name);
        return own == null ? libraryValues.getOrDefault(enumName + "." + name, name) : own;
    }

    /** What is attached to a type or value that the schema doesn't have is a mistake in Java code. */
    void check(Draft draft, SchemaProblems problems) {
        coercions.keySet().forEach(name -> checkScalar(name, draft, problems));
        enumValues.forEach((name, values) -> checkEnum(name, new LinkedHashSet<>(values.keySet()), draft, problems));
    }

    private static void checkScalar(String name, Draft draft, SchemaProblems problems) {
        DefinedType type = draft.find(name);
        if (type instanceof ScalarType scalar && !scalar.isBuiltIn()) return;
        problems.add("A coercion is given for \"%s\", which is %s."
                .formatted(
                        name,
                        type == null
                                ? "not defined"
                                : type.isBuiltIn()
                                        ? "built in"
                                        : TypeKind.of(type).described()));
    }

    private static void checkEnum(String name, Set<String> values, Draft draft, SchemaProblems problems) {
        DefinedType type = draft.find(name);
        if (!(type instanceof EnumType enumType)) {
            problems.add("Values are given for \"%s\", which is %s."
                    .formatted(
                            name,
                            type == null ? "not defined" : TypeKind.of(type).described()));
            return;
        }
        for (String value : values) {
            if (enumType.value(value) != null) continue;
            problems.add("Enum \"%s\" has no value \"%s\", for which a Java value is given.%s"
                    .formatted(name, value, problems.didYouMean(value, enumType.valueNames())));
        }
    }
}
