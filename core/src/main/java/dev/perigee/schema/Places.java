package dev.perigee.schema;

import dev.perigee.language.EnumValueDefinition;
import dev.perigee.language.FieldDefinition;
import dev.perigee.language.InputValueDefinition;
import dev.perigee.language.Location;
import dev.perigee.language.StringValue;
import dev.perigee.language.TypeSystemDefinition;
import org.jspecify.annotations.Nullable;

/** Where definitions stand: where they start after their description, which may be many lines long. */
final class Places {
    private Places() {}

    static Location withoutDescription(TypeSystemDefinition node) {
        return after(node.description(), node.location());
    }

    static Location withoutDescription(FieldDefinition node) {
        return after(node.description(), node.location());
    }

    static Location withoutDescription(InputValueDefinition node) {
        return after(node.description(), node.location());
    }

    static Location withoutDescription(EnumValueDefinition node) {
        return after(node.description(), node.location());
    }

    private static Location after(@Nullable StringValue description, Location location) {
        if (description == null || location == Location.NONE) return location;
        int end = description.location().end();
        if (end <= location.start()) return location;
        return new Location(location.source(), skipIgnored(location.source().bytes(), end), location.end());
    }

    /** White space, line ends, commas and comments. */
    private static int skipIgnored(byte[] bytes, int from) {
        int at = from;
        while (at < bytes.length) {
            switch (bytes[at]) {
                case ' ', '\t', '\n', '\r', ',' -> at++;
                case '#' -> {
                    while (at < bytes.length && bytes[at] != '\n' && bytes[at] != '\r') at++;
                }
                default -> {
                    return at;
                }
            }
        }
        return from;
    }
}
