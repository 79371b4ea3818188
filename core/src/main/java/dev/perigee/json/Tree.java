package dev.perigee.json;

import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values of JSON's kinds, in maps and lists that are not nested too deep. */
final class Tree {
    private static final int MOST_LEVELS = 500;

    private final JsonWriter out;

    Tree(JsonWriter out) {
        this.out = out;
    }

    /** @throws IllegalArgumentException if JSON has no form for it, or it has too many levels */
    void write(@Nullable Object value) {
        write(value, MOST_LEVELS);
    }

    private void write(@Nullable Object value, int levels) {
        if (levels == 0) throw new IllegalArgumentException("Nested too deep for JSON");
        switch (value) {
            case null -> out.writeNull();
            case String text -> out.writeString(text);
            case Boolean flag -> out.writeBoolean(flag);
            case Number number -> out.writeNumber(number);
            case Map<?, ?> map -> writeObject(map, levels - 1);
            case Iterable<?> items -> writeArray(items, levels - 1);
            default ->
                throw new IllegalArgumentException(
                        "JSON has no form for a " + value.getClass().getName());
        }
    }

    private void writeObject(Map<?, ?> map, int levels) {
        out.raw('{');
        boolean first = true;
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            if (!first) out.raw(',');
            first = false;
            out.writeString(String.valueOf(entry.getKey()));
            out.raw(':');
            write(entry.getValue(), levels);
        }
        out.raw('}');
    }

    private void writeArray(Iterable<?> items, int levels) {
        out.raw('[');
        Iterator<?> iterator = items.iterator();
        while (iterator.hasNext()) {
            write(iterator.next(), levels);
            if (iterator.hasNext()) out.raw(',');
        }
        out.raw(']');
    }
}
