package dev.perigee.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value somewhere in a JSON document that came from outside, and its path. What is not as asked for becomes a problem
 * that names the path, and reads as something harmless.
 */
record JsonPlace(@Nullable Object value, String path, SchemaProblems problems) {
    /** A member of an object; a missing one is null. */
    JsonPlace member(String name) {
        Object member = value instanceof Map<?, ?> map ? map.get(name) : null;
        return new JsonPlace(member, path.isEmpty() ? name : path + "." + name, problems);
    }

    boolean isNull() {
        return value == null;
    }

    /** Whether it is an object; a problem if it is not. */
    boolean isObject() {
        if (value instanceof Map<?, ?>) return true;
        expected("an object");
        return false;
    }

    /** The items of a list that must be there. */
    List<JsonPlace> items() {
        if (value instanceof List<?>) return itemsIfAny();
        expected("a list");
        return List.of();
    }

    /** The items of a list, none if it is missing or null. */
    List<JsonPlace> itemsIfAny() {
        if (value == null) return List.of();
        if (!(value instanceof List<?> list)) {
            expected("a list");
            return List.of();
        }
        List<JsonPlace> items = new ArrayList<>(list.size());
        for (int i = 0; i < list.size(); i++) items.add(new JsonPlace(list.get(i), path + "[" + i + "]", problems));
        return items;
    }

    /** A string that must be there; empty if it is not. */
    String text() {
        if (value instanceof String text) return text;
        expected("a string");
        return "";
    }

    /** A string, null if it is missing or null. */
    @Nullable String textIfAny() {
        return value == null ? null : text();
    }

    /** A boolean; false if it is missing or null. */
    boolean isTrue() {
        if (value == null || value instanceof Boolean) return Boolean.TRUE.equals(value);
        expected("true or false");
        return false;
    }

    void add(String reason) {
        problems.add("In the introspection result, \"" + path + "\" " + reason);
    }

    private void expected(String what) {
        if (value == null) add("is missing: it must be " + what + ".");
        else add("must be " + what + ", not " + Shown.value(value) + ".");
    }
}
