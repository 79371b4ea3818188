package dev.perigee.validation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which fragment spreads which. What reaches a fragment through others is worked out for all fragments together: they
 * are put into groups that spread each other in circles (in a valid document, each is alone), and these in an order in
 * which a group comes after all that it spreads.
 */
final class FragmentGraph {
    private final List<Executable> fragments;
    private final Effort effort;
    private final int[] groups; // of each fragment
    private final List<Executable> bottomUp = new ArrayList<>();
    private int groupCount;
    private boolean hasCircles;

    FragmentGraph(List<Executable> fragments, Effort effort) {
        this.fragments = fragments;
        this.effort = effort;
        this.groups = new int[fragments.size()];
        new Grouping().run();
    }

    /** All fragments, each after those that it spreads, but for circles; the members of a circle follow each other. */
    List<Executable> bottomUp() {
        return bottomUp;
    }

    /** Whether some fragment spreads itself, directly or through others. */
    boolean hasCircles() {
        return hasCircles;
    }

    /** The fragments that some operations or fragments spread, directly or through others; by index. */
    BitSet reached(Collection<Executable> from) {
        BitSet reached = new BitSet(fragments.size());
        for (Executable executable : from) addReached(executable, reached, null);
        return reached;
    }

    /** Adds the fragments that one operation or fragment spreads, directly or through others. */
    void addReached(Executable from, BitSet reached) {
        addReached(from, reached, null);
    }

    /** An operation, and the fragments that it spreads, directly or through others; each once. */
    List<Executable> withFragments(Executable operation) {
        List<Executable> found = new ArrayList<>();
        found.add(operation);
        addReached(operation, new BitSet(fragments.size()), found);
        return found;
    }

    private void addReached(Executable from, BitSet reached, @Nullable List<Executable> found) {
        Deque<Executable> open = new ArrayDeque<>();
        open.push(from);
        while (!open.isEmpty()) {
            for (Executable fragment : open.pop().spreads()) {
                effort.step();
                if (reached.get(fragment.index())) continue;
                reached.set(fragment.index());
                if (found != null) found.add(fragment);
                open.push(fragment);
            }
        }
    }

    /**
     * For each fragment, the bits of all fragments that it spreads, directly or through others, and its own.
     *
     * @param own of each fragment by its index; is replaced by the outcome
     */
    void unite(long[] own) {
        for (int start = 0; start < bottomUp.size(); ) {
            int end = start;
            int group = groups[bottomUp.get(start).index()];
            long bits = 0;
            for (; end < bottomUp.size() && groups[bottomUp.get(end).index()] == group; end++) {
                bits |= own[bottomUp.get(end).index()] | ofSpreads(bottomUp.get(end), own);
            }
            for (; start < end; start++) own[bottomUp.get(start).index()] = bits;
        }
    }

    /** The bits of the fragments that are spread in an operation or fragment itself. */
    long ofSpreads(Executable executable, long[] bits) {
        long united = 0;
        List<Executable> spreads = executable.spreads();
        effort.steps(spreads.size() + 1);
        for (int i = 0; i < spreads.size(); i++) united |= bits[spreads.get(i).index()];
        return united;
    }

    /**
     * Tarjan's algorithm for strongly connected components, without recursion: a chain of fragments may be as long as
     * the document.
     */
    private final class Grouping {
        private final int[] orders = new int[fragments.size()]; // in which fragments are entered, from 1
        private final int[] lowest = new int[fragments.size()]; // order that is reached from here
        private final int[] done = new int[fragments.size()]; // how many spreads
        private final boolean[] isOpen = new boolean[fragments.size()];
        private final Deque<Executable> path = new ArrayDeque<>();
        private final Deque<Executable> open = new ArrayDeque<>(); // entered, and not in a group yet
        private int entered;

        void run() {
            Arrays.fill(groups, -1);
            for (Executable fragment : fragments) {
                if (orders[fragment.index()] == 0) from(fragment);
            }
        }

        private void from(Executable root) {
            enter(root);
            while (!path.isEmpty()) {
                Executable fragment = path.element();
                int index = fragment.index();
                if (done[index] < fragment.spreads().size())
                    follow(index, fragment.spreads().get(done[index]++));
                else leave(fragment);
            }
        }

        private void enter(Executable fragment) {
            effort.step();
            orders[fragment.index()] = ++entered;
            lowest[fragment.index()] = entered;
            isOpen[fragment.index()] = true;
            open.push(fragment);
            path.push(fragment);
        }

        private void follow(int index, Executable spread) {
            effort.step();
            if (orders[spread.index()] == 0) enter(spread);
            else if (isOpen[spread.index()]) closeCircle(index, spread.index());
        }

        private void closeCircle(int from, int to) {
            hasCircles = true;
            lowest[from] = Math.min(lowest[from], orders[to]);
        }

        private void leave(Executable fragment) {
            path.pop();
            int index = fragment.index();
            if (!path.isEmpty()) {
                int outer = path.element().index();
                lowest[outer] = Math.min(lowest[outer], lowest[index]);
            }
            if (lowest[index] == orders[index]) closeGroup(fragment);
        }

        private void closeGroup(Executable first) {
            Executable member;
            do {
                member = open.pop();
                isOpen[member.index()] = false;
                groups[member.index()] = groupCount;
                bottomUp.add(member);
            } while (member != first);
            groupCount++;
        }
    }
}
