package dev.perigee.grpc.input;

import dev.perigee.schema.CoercionException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A map from a list of entries, none of whose keys may be there twice: one of the values would be lost. */
record EntriesWriter(EntryWriter entry) implements FieldWriter {
    private static final String KEY = "key";
    private static final String VALUE = "value";

    @Override
    public void write(@Nullable Object value, Encoding encoding) {
        if (value == null) return;
        if (!(value instanceof List<?> entries)) {
            throw new CoercionException("It is " + Shown.value(value) + ", and has to be a list of entries.");
        }
        Set<Object> keys = HashSet.newHashSet(entries.size());
        int index = 0;
        for (Object each : entries) {
            int mark = encoding.path().enter(index++);
            writeEntry(each, keys, encoding);
            encoding.path().leave(mark);
        }
    }

    private void writeEntry(@Nullable Object given, Set<Object> keys, Encoding encoding) {
        if (!(given instanceof Map<?, ?> map)) {
            throw new CoercionException("It is " + Shown.value(given) + ", and has to be an entry with key and value.");
        }
        Object key = map.get(KEY);
        if (key == null || !keys.add(key)) {
            encoding.path().enter(KEY);
            throw new CoercionException(
                    key == null
                            ? "It is missing, or null."
                            : "It is " + Shown.value(key) + ", like the key of another entry. Keys are there once.");
        }
        int mark = encoding.path().enter(VALUE);
        entry.write(key, map.get(VALUE), encoding);
        encoding.path().leave(mark);
    }
}
