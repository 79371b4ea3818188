package dev.perigee.grpc.graph;

import dev.perigee.language.Definition;
import dev.perigee.language.ScalarTypeDefinition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The definitions of scalars that GraphQL has not by itself. */
final class ScalarDefinitions {
    private static final Map<String, String> DESCRIPTIONS = new TreeMap<>(Map.of(
            "UInt32", "An integer from 0 to 2^32 - 1.",
            "Int64", "An integer from -2^63 to 2^63 - 1.",
            "UInt64", "An integer from 0 to 2^64 - 1.",
            "Bytes", "Bytes in base64.",
            "Timestamp", "A point in time by RFC 3339, with up to nine digits of a second: `2026-01-02T03:04:05.678Z`.",
            "Duration", "A span of time in seconds, with up to nine digits after the point: `1.5s`.",
            "FieldMask", "Paths of fields, with commas between them: `user.displayName,photo`.",
            "JSON", "Any JSON value.",
            "Any", "A message of any type, which `@type` names: `{\"@type\": \"type.googleapis.com/acme.v1.User\"}`."));

    private ScalarDefinitions() {}

    /** Of those that are used, in the order of their names. */
    static List<Definition> of(Collection<Form.Scalar> used) {
        List<String> names = used.stream().map(Form.Scalar::typeName).toList();
        List<Definition> definitions = new ArrayList<>();
        DESCRIPTIONS.forEach((name, description) -> {
            if (!names.contains(name)) return;
            definitions.add(new ScalarTypeDefinition(Nodes.description(description), name, List.of(), Nodes.NONE));
        });
        return definitions;
    }
}
