package dev.perigee.validation;

import dev.perigee.language.Location;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Says which fields cannot be merged, and why: from the fields that both are nested in, down to those that are wrong.
 */
final class Conflicts {
    /** So many levels of nesting are named. */
    private static final int MOST_LEVELS = 10;

    private final Problems problems;
    private final Set<TypedField> wrong = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Pair> reported = new HashSet<>();

    Conflicts(Problems problems) {
        this.problems = problems;
    }

    /** Adds a conflict, unless the same fields are in conflict at another place, in fragments that are spread there too. */
    void add(Conflict conflict) {
        if (reported.add(new Pair(conflict.first(), conflict.second()))) report(conflict, paths(conflict));
    }

    /** Adds a conflict, if not one of the fields in which its fields are nested is known to be wrong itself. */
    void addUnlessExplained(Conflict conflict) {
        List<Pair> path = paths(conflict);
        for (Pair pair : path) {
            if (wrong.contains(pair.first) || wrong.contains(pair.second)) return;
        }
        add(conflict);
    }

    private void report(Conflict conflict, List<Pair> path) {
        wrong.add(conflict.first());
        wrong.add(conflict.second());
        StringBuilder message = new StringBuilder();
        List<Location> locations = new ArrayList<>();
        for (Pair pair : path) {
            message.append(message.isEmpty() ? "Fields" : " because subfields");
            message.append(" \"").append(pair.first.responseName()).append("\" conflict");
            locations.add(pair.first.node().location());
        }
        message.append(" because ").append(conflict.reason());
        message.append(". Use different aliases on the fields to fetch both if this was intentional.");
        for (Pair pair : path) locations.add(pair.second.node().location());
        problems.add(ProblemCode.FIELDS_CONFLICT, message.toString(), locations);
    }

    /** Both ways from where they part to the fields in conflict. */
    private static List<Pair> paths(Conflict conflict) {
        List<Pair> path = new ArrayList<>();
        Pair pair = new Pair(conflict.first(), conflict.second());
        path.add(pair);
        MergedSet set = conflict.set();
        while (set.parent() != null && path.size() < MOST_LEVELS) {
            TypedField first = around(pair.first, set);
            TypedField second = around(pair.second, set);
            if (first == null || second == null || first == second) break;
            pair = new Pair(first, second);
            path.addFirst(pair);
            set = set.parent();
        }
        return path;
    }

    /** The field from which another is selected, directly or through fragments, where some selections are merged. */
    private static @Nullable TypedField around(TypedField field, MergedSet merged) {
        BitSet visited = new BitSet();
        for (TypedSet set : merged.sets()) {
            if (contains(set, field.in(), visited)) return set.field();
        }
        return null;
    }

    /** @param visited fragments that don't contain it */
    private static boolean contains(TypedSet set, TypedSet wanted, BitSet visited) {
        List<TypedSet> open = new ArrayList<>(List.of(set));
        while (!open.isEmpty()) {
            TypedSet next = open.removeLast();
            if (next == wanted) return true;
            for (Executable fragment : next.spreads()) {
                if (visited.get(fragment.index())) continue;
                visited.set(fragment.index());
                open.add(fragment.selections());
            }
        }
        return false;
    }

    /** Fields, equal if they are the same. */
    private record Pair(TypedField first, TypedField second) {}
}
