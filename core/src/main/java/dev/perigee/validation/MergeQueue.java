package dev.perigee.validation;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The merged sets that are to be looked at, each combination once. */
final class MergeQueue {

    private final int round;
    private final Deque<MergedSet> open = new ArrayDeque<>();
    private final Set<Combination> seen = new HashSet<>(0);

    /** @param round one bit, to tell this queue from others of the document */
    MergeQueue(int round) {
        this.round = round;
    }

    void add(@Nullable TypedSet single) {
        if (single == null) return;
        TypedSet set = withoutDetour(single);
        if ((set.seenInRounds & round) != 0) return;
        set.seenInRounds |= round;
        open.push(new MergedSet(new TypedSet[] {set}, null));
    }

    /** What nothing but one fragment is spread in, is that fragment. */
    private static TypedSet withoutDetour(TypedSet single) {
        TypedSet set = single;
        for (int i = 0; i < 10 && set.fields().isEmpty() && set.spreads().size() == 1; i++) {
            set = set.spreads().getFirst().selections();
        }
        return set;
    }

    /** Adds what some fields select, merged. */
    void add(List<TypedField> fields, MergedSet parent) {
        TypedSet[] sets = selections(fields);
        if (sets.length == 1) add(sets[0]);
        else if (sets.length > 1 && isNew(sets)) open.push(new MergedSet(sets, parent));
    }

    private static TypedSet[] selections(List<TypedField> fields) {
        TypedSet[] sets = new TypedSet[fields.size()];
        int count = 0;
        for (int i = 0; i < sets.length; i++) {
            TypedSet set = fields.get(i).selections();
            if (set != null) sets[count++] = set;
        }
        return count == sets.length ? sets : Arrays.copyOf(sets, count);
    }

    private boolean isNew(TypedSet[] sets) {
        int[] ids = new int[sets.length];
        for (int i = 0; i < sets.length; i++) ids[i] = sets[i].id();
        Arrays.sort(ids);
        return seen.add(new Combination(ids));
    }

    /** Null when there are none left. */
    @Nullable MergedSet next() {
        return open.poll();
    }

    /** Selection sets by their ids, which are sorted. */
    private record Combination(int[] ids) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Combination combination && Arrays.equals(ids, combination.ids);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(ids);
        }
    }
}
