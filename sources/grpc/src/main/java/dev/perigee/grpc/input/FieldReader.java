package dev.perigee.grpc.input;

import dev.perigee.schema.CoercionException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a field is given in JSON. Immutable.
 *
 * @param name of the argument that it is
 * @param member what of a oneof it is, where a member stands beside the other fields; null of all others
 * @param reader of what it is given besides null
 */
record FieldReader(String name, @Nullable String member, ValueReader reader) {
    void read(@Nullable Object json, InputPath path, Map<String, @Nullable Object> into) {
        boolean isLack = json == null && !reader.hasNull();
        if (isLack && member != null) return;
        if (into.containsKey(name)) {
            throw new CoercionException(
                    member == null
                            ? "It is given twice, in two spellings."
                            : "Another field of \"" + name + "\" is given too.");
        }
        Object value = json == null ? null : reader.read(json, path);
        into.put(name, member == null ? value : only(member, value));
    }

    private static Map<String, @Nullable Object> only(String member, @Nullable Object value) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put(member, value);
        return map;
    }
}
