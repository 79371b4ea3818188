package dev.perigee.sql.hydration;

import dev.perigee.data.Arguments;
import dev.perigee.data.PlannedLoad.Feed;
import dev.perigee.sql.graph.KeyReader;
import dev.perigee.sql.hydration.RowsField.OfKey;
import dev.perigee.sql.hydration.RowsField.OfParents;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The keys that the objects of a field have for what is read next. */
final class Parents {
    private Parents() {}

    /** A key for each object that has the field; null where it has none. */
    static @Nullable Object[] keys(Feed feed, OfParents field) {
        @Nullable Object[] parents = feed.parents();
        @Nullable Object[] keys = new Object[parents.length];
        for (int i = 0; i < keys.length; i++) {
            Object parent = parents[i];
            if (parent != null) keys[i] = field.key(parent);
        }
        return keys;
    }

    /** The same key for each. */
    static @Nullable Object[] each(Feed feed, @Nullable Object key) {
        @Nullable Object[] keys = new Object[feed.parents().length];
        Arrays.fill(keys, key);
        return keys;
    }

    /** The key that arguments have; null if one of them is null, or none that the column can have. */
    static @Nullable Object key(OfKey field, Arguments arguments) {
        List<Object> parts = KeyReader.read(field.key(), arguments);
        return parts == null ? null : KeyColumns.key(parts);
    }
}
