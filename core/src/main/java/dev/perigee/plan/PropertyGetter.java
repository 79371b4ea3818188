package dev.perigee.plan;

import dev.perigee.data.Arguments;
import dev.perigee.data.Binding;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads the map entry, record component or property of a field's name. What a class has is looked up when its first
 * value is met, not for each value. Thread-safe.
 */
final class PropertyGetter implements Binding.Getter {
    private final String name;
    private volatile @Nullable Known last;

    PropertyGetter(String name) {
        this.name = name;
    }

    private record Known(Class<?> type, Function<Object, @Nullable Object> property) {}

    @Override
    public @Nullable Object get(Object parent, Arguments arguments) {
        Known known = last;
        if (known == null || known.type != parent.getClass()) {
            known = new Known(
                    parent.getClass(), ClassProperties.of(parent.getClass()).property(name));
            last = known;
        }
        return known.property.apply(parent);
    }
}
