package dev.perigee.grpc.input;

import dev.perigee.grpc.graph.InputField;
import dev.perigee.schema.CoercionException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A map from an object of plain JSON, whose keys and values have yet to be read as those of the map. */
record JsonMapWriter(InputField.JsonMap field, ValueReader reader, EntryWriter entry) implements FieldWriter {
    @Override
    public void write(@Nullable Object value, Encoding encoding) {
        if (value == null) return;
        if (!(value instanceof Map<?, ?> map)) {
            throw new CoercionException("It is " + Shown.value(value) + ", and has to be an object.");
        }
        Set<Object> keys = HashSet.newHashSet(map.size());
        map.forEach((key, item) -> writeEntry(key, item, keys, encoding));
    }

    private void writeEntry(Object givenKey, @Nullable Object given, Set<Object> keys, Encoding encoding) {
        int mark = encoding.path().enterKey(givenKey);
        Object key = ValueReader.key(field.key(), givenKey);
        if (!keys.add(key)) throw new CoercionException("Another key is the same number. Keys are there once.");
        Object item = given == null ? null : reader.read(given, encoding.path());
        entry.write(key, item, encoding);
        encoding.path().leave(mark);
    }
}
