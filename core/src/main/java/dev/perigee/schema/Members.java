package dev.perigee.schema;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Members of a type in their order, found by name. Immutable; the names are distinct. */
final class Members<T extends Member> {
    private static final Members<?> NONE = new Members<>(List.of());

    private final List<T> list;
    private final Map<String, T> byName;

    private Members(List<T> list) {
        this.list = list;
        Map<String, T> index = LinkedHashMap.newLinkedHashMap(list.size());
        for (T member : list) index.putIfAbsent(member.name(), member);
        this.byName = Collections.unmodifiableMap(index);
    }

    @SuppressWarnings("unchecked") // an empty one holds no T
    static <T extends Member> Members<T> none() {
        return (Members<T>) NONE;
    }

    static <T extends Member> Members<T> of(List<T> members) {
        return members.isEmpty() ? none() : new Members<>(List.copyOf(members));
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
