package dev.perigee.plan;

import dev.perigee.data.PropertyReader;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The getters of one Java class for all properties that a place reads, found once and not for each object. Immutable. */
record PropertyRow(Class<?> type, Function<Object, @Nullable Object>[] getters) {
    /** Before any object was met. */
    static final PropertyRow NONE = of(Object.class, List.of());

    @SuppressWarnings({"unchecked", "rawtypes"}) // an array of a generic type can't be made otherwise
    static PropertyRow of(Class<?> type, List<String> names) {
        Function[] getters = new Function[names.size()];
        for (int i = 0; i < getters.length; i++) getters[i] = new PropertyReader(names.get(i)).of(type);
        return new PropertyRow(type, getters);
    }
}
