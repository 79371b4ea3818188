package dev.perigee.grpc.input;

import dev.perigee.grpc.graph.InputField.InputForm;
import dev.perigee.schema.CoercionException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The entries of a map, from a list of them or an object. */
record EntriesReader(InputForm key, ValueReader value) implements ValueReader {
    @Override
    public Object read(Object json, InputPath path) {
        List<Map<String, @Nullable Object>> entries = new ArrayList<>();
        switch (json) {
            case Map<?, ?> map ->
                map.forEach((each, item) -> {
                    int mark = path.enterKey(each);
                    entries.add(entry(each, item, path));
                    path.leave(mark);
                });
            case List<?> list -> {
                for (Object each : list) {
                    int mark = path.enter(entries.size());
                    entries.add(entry(each, path));
                    path.leave(mark);
                }
            }
            default ->
                throw new CoercionException(
                        "It is " + Shown.value(json) + ", and has to be an object, or a list of entries.");
        }
        return Collections.unmodifiableList(entries);
    }

    private Map<String, @Nullable Object> entry(@Nullable Object json, InputPath path) {
        if (!(json instanceof Map<?, ?> map) || !(map.get("key") instanceof Object given)) {
            throw new CoercionException("It is " + Shown.value(json) + ", and has to be an entry with key and value.");
        }
        return entry(given, map.get("value"), path);
    }

    private Map<String, @Nullable Object> entry(Object given, @Nullable Object item, InputPath path) {
        Map<String, @Nullable Object> entry = new LinkedHashMap<>();
        entry.put("key", ValueReader.key(key, given));
        entry.put("value", item == null ? null : value.read(item, path));
        return entry;
    }
}
