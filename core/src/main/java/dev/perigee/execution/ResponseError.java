package dev.perigee.execution;

import dev.perigee.json.JsonWriter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An error in a response. Immutable.
 *
 * @param locations where in the document, lines and columns from 1; none where it has no place
 * @param path the response position, of response names and list indices; null for a request error
 * @param extensions {@code code} at least; values that JSON has no form for are written as their text
 * @see <a href="https://spec.graphql.org/September2025/#sec-Errors">Errors</a>
 */
public record ResponseError(
        String message, List<Place> locations, @Nullable List<Object> path, Map<String, Object> extensions) {
    public ResponseError {
        locations = List.copyOf(locations);
        if (path != null) path = List.copyOf(path);
    }

    /** A place in the document. */
    public record Place(int line, int column) {}

    /** What {@code extensions.code} says, empty where there is none. */
    public String code() {
        return extensions.get("code") instanceof String code ? code : "";
    }

    /** Writes the error as a JSON object. */
    public void write(JsonWriter out) {
        out.raw('{');
        member(out, "message");
        out.writeString(message);
        if (!locations.isEmpty()) {
            out.raw(',');
            member(out, "locations");
            writeLocations(out);
        }
        if (path != null) {
            out.raw(',');
            member(out, "path");
            out.writeValue(path);
        }
        if (!extensions.isEmpty()) {
            out.raw(',');
            member(out, "extensions");
            writeExtensions(out);
        }
        out.raw('}');
    }

    private void writeExtensions(JsonWriter out) {
        out.raw('{');
        boolean isFirst = true;
        for (Map.Entry<String, Object> entry : extensions.entrySet()) {
            if (!isFirst) out.raw(',');
            isFirst = false;
            member(out, entry.getKey());
            writeExtension(entry.getValue(), out);
        }
        out.raw('}');
    }

    /** What JSON has no form for is written as its text: an error must not fail for what is told about it. */
    private static void writeExtension(@Nullable Object value, JsonWriter out) {
        int start = out.position();
        try {
            out.writeValue(value);
        } catch (IllegalArgumentException e) {
            out.rewind(start);
            out.writeString(textOf(value));
        }
    }

    private static String textOf(@Nullable Object value) {
        try {
            return String.valueOf(value);
        } catch (RuntimeException | StackOverflowError e) {
            return "(not shown)";
        }
    }

    private void writeLocations(JsonWriter out) {
        out.raw('[');
        for (int i = 0; i < locations.size(); i++) {
            if (i > 0) out.raw(',');
            out.raw('{');
            member(out, "line");
            out.writeInt(locations.get(i).line());
            out.raw(',');
            member(out, "column");
            out.writeInt(locations.get(i).column());
            out.raw('}');
        }
        out.raw(']');
    }

    private static void member(JsonWriter out, String name) {
        out.writeString(name);
        out.raw(':');
    }
}
