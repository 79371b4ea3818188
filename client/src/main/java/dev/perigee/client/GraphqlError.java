package dev.perigee.client;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An error, of a server or found before anything was sent. Immutable.
 *
 * @param path names and indices from the root of the data to where it happened; null where it is of no place in it
 * @param extensions what else there is, as JSON has it
 * @see <a href="https://spec.graphql.org/September2025/#sec-Errors">Errors</a>
 */
public record GraphqlError(
        String message, List<Place> locations, @Nullable List<Object> path, Map<String, @Nullable Object> extensions) {
    public GraphqlError {
        locations = List.copyOf(locations);
        path = path == null ? null : List.copyOf(path);
        extensions = Collections.unmodifiableMap(new LinkedHashMap<>(extensions));
    }

    /** A place in the document, both from 1 on. */
    public record Place(int line, int column) {}

    /** What {@code extensions.code} says, empty where there is none. */
    public String code() {
        return extensions.get("code") instanceof String code ? code : "";
    }

    /** {@code posts[3].author} and the like; empty where it is of no place in the data. */
    public String pathText() {
        if (path == null) return "";
        StringBuilder text = new StringBuilder();
        for (Object step : path) {
            if (step instanceof String name)
                text.append(text.isEmpty() ? "" : ".").append(name);
            else text.append('[').append(step).append(']');
        }
        return text.toString();
    }

    /** The message with its places, for people. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        if (!locations.isEmpty()) {
            text.append(locations.getFirst().line())
                    .append(':')
                    .append(locations.getFirst().column())
                    .append(": ");
        }
        text.append(message);
        if (path != null) text.append(" (").append(pathText()).append(')');
        return text.toString();
    }
}
