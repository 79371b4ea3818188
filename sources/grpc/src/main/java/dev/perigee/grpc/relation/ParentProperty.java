package dev.perigee.grpc.relation;

import com.google.protobuf.Descriptors.FieldDescriptor;
import dev.perigee.data.PropertyReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A property of objects that are no messages: a row's column, a record's component. What it is, is known when an object is
 * there.
 *
 * @param names of the property, then of properties in it
 * @param target what it is read for
 */
record ParentProperty(List<String> names, FieldDescriptor target, boolean isRepeated) implements ParentValue {
    ParentProperty {
        names = List.copyOf(names);
    }

    @Override
    public String need() {
        return names.getFirst();
    }

    /** @throws IllegalArgumentException if it is nothing that the target can have */
    @Override
    public @Nullable Object read(Object parent, MessageReader reader) {
        Object value = parent;
        for (String name : names) {
            if (value == null) return null;
            value = new PropertyReader(name).read(value);
        }
        if (!(isRepeated && value instanceof Collection<?> items)) return value == null ? null : valueOf(value);
        List<Object> values = new ArrayList<>(items.size());
        for (Object item : items) if (item != null) values.add(valueOf(item));
        return values.isEmpty() ? null : values;
    }

    private Object valueOf(Object value) {
        Object found = JavaValues.of(value, target);
        if (found != null) return found;
        throw new IllegalArgumentException("parent." + String.join(".", names) + " is a "
                + value.getClass().getName() + ", which " + target.getFullName() + " can't be");
    }
}
