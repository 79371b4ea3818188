package dev.perigee.grpc.relation;

import dev.perigee.grpc.graph.MessageField;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A field of a message, or of one in it. */
record ParentField(FieldPath path) implements ParentValue {
    @Override
    public String need() {
        return path.protoPath();
    }

    @Override
    public boolean isRepeated() {
        return path.isRepeated();
    }

    /** Null where it is unset, or an empty list. */
    @Override
    public @Nullable Object read(Object parent, MessageReader reader) {
        MessageField last = path.fields().getLast();
        if (path.isRepeated()) return items(path.readAll(parent, reader), last);
        Object read = path.read(parent, reader);
        Object value = read == null ? null : Values.of(read, last);
        return Values.isUnset(value, last) ? null : value;
    }

    private static @Nullable List<Object> items(List<Object> items, MessageField field) {
        List<Object> values = new ArrayList<>(items.size());
        for (Object item : items) {
            Object value = Values.of(item, field);
            if (!Values.isUnset(value, field)) values.add(Objects.requireNonNull(value));
        }
        return values.isEmpty() ? null : values;
    }
}
