package dev.perigee.schema;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The objects that values of interfaces and unions can be. As large as what the schema lists, and safe to share. */
final class PossibleTypes {
    /** Whether sets larger than this overlap is remembered. So few of them fit in a schema that all pairs do. */
    private static final int REMEMBERED_FROM = 32;

    private final Map<CompositeType, Members> members;
    private final Map<Pair, Boolean> overlaps = new ConcurrentHashMap<>();

    private PossibleTypes(Map<CompositeType, Members> members) {
        this.members = members;
    }

    static PossibleTypes of(Collection<DefinedType> types) {
        Map<CompositeType, List<ObjectType>> lists = new HashMap<>();
        for (DefinedType type : types) {
            switch (type) {
                case InterfaceType interfaceType -> lists.computeIfAbsent(interfaceType, key -> new ArrayList<>());
                case UnionType union -> lists.put(union, union.types());
                case ObjectType object -> {
                    for (InterfaceType implemented : object.interfaces()) {
                        lists.computeIfAbsent(implemented, key -> new ArrayList<>())
                                .add(object);
                    }
                }
                default -> {}
            }
        }
        Map<CompositeType, Members> members = HashMap.newHashMap(lists.size());
        lists.forEach((type, objects) -> members.put(type, new Members(List.copyOf(objects), Set.copyOf(objects))));
        return new PossibleTypes(members);
    }

    List<ObjectType> of(CompositeType type) {
        return type instanceof ObjectType object
                ? List.of(object)
                : members(type).list();
    }

    boolean contains(CompositeType type, ObjectType candidate) {
        return type == candidate
                || (!(type instanceof ObjectType) && members(type).set().contains(candidate));
    }

    boolean overlap(CompositeType one, CompositeType other) {
        if (one == other) return true;
        if (one instanceof ObjectType object) return contains(other, object);
        if (other instanceof ObjectType object) return contains(one, object);
        Members smaller = members(one);
        Members larger = members(other);
        if (smaller.list().size() > larger.list().size()) return overlap(larger, smaller, other, one);
        return overlap(smaller, larger, one, other);
    }

    private boolean overlap(Members smaller, Members larger, CompositeType one, CompositeType other) {
        if (smaller.list().size() < REMEMBERED_FROM) return smaller.meets(larger);
        return overlaps.computeIfAbsent(new Pair(one, other), pair -> smaller.meets(larger));
    }

    private Members members(CompositeType type) {
        return members.getOrDefault(type, Members.NONE);
    }

    private record Pair(CompositeType smaller, CompositeType larger) {}

    private record Members(List<ObjectType> list, Set<ObjectType> set) {
        static final Members NONE = new Members(List.of(), Set.of());

        boolean meets(Members other) {
            for (ObjectType object : list) {
                if (other.set.contains(object)) return true;
            }
            return false;
        }
    }
}
