package dev.perigee.graphql;

import dev.perigee.data.PropertyReader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The keys that an object of any source has for a join. */
final class Keys {
    private Keys() {}

    static @Nullable Object read(@Nullable Object parent, String property) {
        return parent == null ? null : new PropertyReader(property).read(parent);
    }

    /** One, or the items of a list; none for null. */
    static List<Object> of(@Nullable Object parent, String property) {
        Object value = read(parent, property);
        List<Object> keys = new ArrayList<>();
        if (value instanceof Iterable<?> items) {
            for (Object item : items) if (item != null) keys.add(item);
        } else if (value != null) {
            keys.add(value);
        }
        return keys;
    }
}
