package dev.perigee.schema;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Members of a type in their order, found by name. Immutable; the names are distinct. */
final class Members<T extends Member> {
    private static final Members<?> NONE = new Members<>(List.of(), Map.of());

    private final List<T> list;
    private final Map<String, T> byName;

    private Members(List<T> list, Map<String, T> byName) {
        this.list = list;
        this.byName = byName;
    }

    @SuppressWarnings("unchecked") // an empty one holds no T
    static <T extends Member> Members<T> none() {
        return (Members<T>) NONE;
    }

    /** Of members by their names, which are kept, not copied. */
    static <T extends Member> Members<T> of(Map<String, T> members) {
        if (members.isEmpty()) return none();
        return new Members<>(List.copyOf(members.values()), Collections.unmodifiableMap(members));
    }

    List<T> list() {
        return list;
    }

    @Nullable T find(String name) {
        return byName.get(name);
    }

    Collection<String> names() {
        return byName.keySet();
    }
}
