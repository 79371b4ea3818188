package dev.perigee.schema;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Members of a type in their order, found by name. Immutable; the names are distinct. */
final class Members<T extends Member> {
    /** Slots a name: with so many, hardly two names share one, and each is found at once. */
    private static final int ROOM = 4;

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

    /** Of members by their names, in the order of the map. */
    static <T extends Member> Members<T> of(Map<String, T> members) {
        if (members.isEmpty()) return none();
        Map<String, T> byName = new HashMap<>(members.size() * ROOM);
        byName.putAll(members);
        return new Members<>(List.copyOf(members.values()), byName);
    }

    List<T> list() {
        return list;
    }

    @Nullable T find(String name) {
        return byName.get(name);
    }

    List<String> names() {
        return list.stream().map(Member::name).toList();
    }
}
