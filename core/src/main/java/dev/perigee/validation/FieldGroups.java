package dev.perigee.validation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Groups the fields of merged sets by their response name; also those in the fragments that are spread there. The fields
 * of a group are linked by {@link TypedField#next}, until the next set is grouped.
 */
final class FieldGroups {
    /** Up to this many groups, comparing with each is faster than hashing. */
    private static final int FEW = 24;

    private final Effort effort;
    private final long limit;
    private final List<TypedField> groups = new ArrayList<>();
    private final int[] hashes = new int[FEW]; // of the names of the first groups: most names that differ, do so here
    private long bits; // one for each of these hashes: where a name has another bit, it is new
    private final List<TypedSet> open = new ArrayList<>();
    private @Nullable Map<String, TypedField> byName;
    private int collection;

    /** @param limit of the steps of {@code effort} */
    FieldGroups(Effort effort, long limit) {
        this.effort = effort;
        this.limit = limit;
    }

    /** Whether so much was done that it is too much. */
    boolean isOverLimit() {
        return effort.steps() > limit;
    }

    /** Something was done beside grouping. */
    void steps(int count) {
        effort.steps(count);
    }

    /** The first fields of the groups, in their order. Valid until the next call. */
    List<TypedField> of(MergedSet merged) {
        collection++;
        groups.clear();
        byName = null;
        bits = 0;
        for (TypedSet set : merged.sets()) {
            add(set);
            while (!open.isEmpty()) add(open.removeLast());
        }
        return groups;
    }

    private void add(TypedSet set) {
        if (set.seenInCollection == collection) return;
        set.seenInCollection = collection;
        List<TypedField> fields = set.fields();
        List<Executable> spreads = set.spreads();
        effort.steps(1 + fields.size() + spreads.size());
        for (int i = 0; i < fields.size(); i++) add(fields.get(i));
        for (int i = spreads.size() - 1; i >= 0; i--) open.add(spreads.get(i).selections());
    }

    private void add(TypedField field) {
        field.next = null;
        field.last = field;
        TypedField first = first(field);
        if (first == null) {
            groups.add(field);
        } else {
            first.last.next = field;
            first.last = field;
        }
    }

    /** The first field with the response name; null if {@code field} is. */
    private @Nullable TypedField first(TypedField field) {
        String name = field.responseName();
        if (byName != null) return byName.putIfAbsent(name, field);
        int hash = name.hashCode();
        int count = groups.size();
        long bit = 1L << (hash * 0x9E3779B1 >>> 26);
        if ((bits & bit) != 0) {
            for (int i = 0; i < count; i++) {
                if (hashes[i] == hash && groups.get(i).responseName().equals(name)) return groups.get(i);
            }
        }
        bits |= bit;
        if (count < FEW) hashes[count] = hash;
        else byName = byName(field);
        return null;
    }

    /** All that are groups yet, and one more. */
    private Map<String, TypedField> byName(TypedField added) {
        Map<String, TypedField> map = new HashMap<>(4 * FEW);
        for (TypedField first : groups) map.put(first.responseName(), first);
        map.put(added.responseName(), added);
        return map;
    }
}
