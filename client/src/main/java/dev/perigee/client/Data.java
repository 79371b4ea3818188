package dev.perigee.client;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An object of a response: its entries by response name, and where it stands. Immutable. */
public final class Data {
    private final Map<String, @Nullable Object> entries;
    private final String path;

    private Data(Map<String, @Nullable Object> entries, String path) {
        this.entries = entries;
        this.path = path;
    }

    @SuppressWarnings("unchecked") // what JSON is read into has names as keys
    static Data of(@Nullable Object value, String path) {
        if (!(value instanceof Map<?, ?> entries)) throw UnreadableException.wrong(path, "an object", value);
        return new Data((Map<String, @Nullable Object>) entries, path);
    }

    /** The entry of a response name, which is null for a name that is absent. */
    public <T extends @Nullable Object> T read(String responseName, ValueReader<T> reader) {
        return reader.read(entries.get(responseName), path.isEmpty() ? responseName : path + "." + responseName);
    }

    /** All entries as JSON has them: String, Boolean, Number, List, Map, null. */
    public Map<String, @Nullable Object> asMap() {
        return entries;
    }
}
