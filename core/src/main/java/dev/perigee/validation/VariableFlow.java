package dev.perigee.validation;

import dev.perigee.schema.Schema;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which variables reach which operation through the fragments that it spreads.
 *
 * <p>Each different {@link VariablePosition} of the document is a bit, those of one variable name side by side. For 64
 * of them at a time, one pass over the fragments unites their bits, and one over the operations compares them with what
 * is declared. So a document costs its size times a 64th of the number of its different positions, rather than the
 * number of operations times that of fragments; and most documents have less than 64.
 */
final class VariableFlow {
    private final Schema schema;
    private final Executables executables;
    private final FragmentGraph graph;
    private final Effort effort;
    private final List<VariablePosition> positions = new ArrayList<>();
    private final Map<VariablePosition, Integer> numbers = new HashMap<>();
    private final Map<String, Range> ranges = new HashMap<>();
    private final BitSet usesUndeclared = new BitSet();
    private final BitSet usesMisplaced = new BitSet();

    private VariableFlow(Scope scope) {
        this.schema = scope.schema();
        this.executables = scope.executables();
        this.graph = executables.graph(scope.effort());
        this.effort = scope.effort();
    }

    static VariableFlow of(Scope scope) {
        VariableFlow flow = new VariableFlow(scope);
        flow.numberPositions();
        if (!flow.positions.isEmpty()) flow.follow();
        return flow;
    }

    /** Whether an operation uses a variable that it does not declare. */
    boolean usesUndeclared(Executable operation) {
        return usesUndeclared.get(operation.index());
    }

    /** Whether an operation uses a variable where its type may not stand. */
    boolean usesMisplaced(Executable operation) {
        return usesMisplaced.get(operation.index());
    }

    private void numberPositions() {
        Map<String, Set<VariablePosition>> byName = new LinkedHashMap<>();
        for (Executable operation : executables.operations()) group(operation, byName);
        for (Executable fragment : executables.fragments()) group(fragment, byName);
        byName.forEach((name, group) -> {
            ranges.put(name, new Range(positions.size(), positions.size() + group.size()));
            for (VariablePosition position : group) {
                numbers.put(position, positions.size());
                positions.add(position);
            }
        });
    }

    private void group(Executable executable, Map<String, Set<VariablePosition>> byName) {
        effort.steps(executable.uses().size());
        for (VariableUse use : executable.uses()) {
            byName.computeIfAbsent(use.variable().name(), name -> new LinkedHashSet<>(2))
                    .add(use.position());
        }
    }

    private void follow() {
        List<Uses> ofFragments = executables.fragments().stream().map(Uses::new).toList();
        List<Uses> ofOperations =
                executables.operations().stream().map(Uses::new).toList();
        List<Declarations> declarations =
                executables.operations().stream().map(Declarations::new).toList();
        long[] bits = new long[ofFragments.size()];
        for (int first = 0; first < positions.size(); first += Long.SIZE) {
            for (int i = 0; i < bits.length; i++) bits[i] = ofFragments.get(i).bits(first);
            graph.unite(bits);
            for (int i = 0; i < ofOperations.size(); i++) {
                Uses uses = ofOperations.get(i);
                declarations.get(i).compare(uses.bits(first) | graph.ofSpreads(uses.executable, bits), first);
            }
        }
    }

    /** The positions of a variable name: their bits, from {@code start} on, before {@code end}. */
    private record Range(int start, int end) {
        /** Its part of the 64 bits from {@code first} on. */
        long mask(int first) {
            int from = Math.max(start - first, 0);
            int to = Math.min(end - first, Long.SIZE);
            return from >= to ? 0 : -1L >>> (Long.SIZE - (to - from)) << from;
        }
    }

    /** The positions in an operation or fragment itself, taken 64 at a time. */
    private final class Uses {
        private final Executable executable;
        private final int[] sorted;
        private int taken;

        Uses(Executable executable) {
            this.executable = executable;
            this.sorted = executable.uses().stream()
                    .mapToInt(use -> numbers.getOrDefault(use.position(), 0))
                    .sorted()
                    .toArray();
        }

        long bits(int first) {
            long bits = 0;
            effort.step();
            for (; taken < sorted.length && sorted[taken] - first < Long.SIZE; taken++) {
                bits |= 1L << (sorted[taken] - first);
            }
            return bits;
        }
    }

    /** The variables that an operation declares, in the order of their bits. */
    private final class Declarations {
        private final Executable operation;
        private final List<DeclaredVariable> sorted;
        private int done;

        Declarations(Executable operation) {
            this.operation = operation;
            this.sorted = operation.variables().stream()
                    .filter(variable -> ranges.containsKey(variable.name()))
                    .sorted(Comparator.comparingInt(variable -> range(variable).start))
                    .toList();
        }

        private Range range(DeclaredVariable variable) {
            return ranges.getOrDefault(variable.name(), new Range(0, 0));
        }

        /** @param reached the bits that reach the operation, of the 64 from {@code first} on */
        void compare(long reached, int first) {
            long declared = 0;
            for (int i = done; i < sorted.size(); i++) {
                effort.step();
                Range range = range(sorted.get(i));
                if (range.start - first >= Long.SIZE) break;
                if (range.end - first <= Long.SIZE) done = i + 1;
                long mask = range.mask(first);
                declared |= mask;
                if ((reached & mask) != 0) checkPositions(sorted.get(i), reached & mask, first);
            }
            if ((reached & ~declared) != 0) usesUndeclared.set(operation.index());
        }

        private void checkPositions(DeclaredVariable variable, long bits, int first) {
            variable.isUsed = true;
            if (usesMisplaced.get(operation.index())) return;
            for (long rest = bits; rest != 0; rest &= rest - 1) {
                effort.step();
                VariablePosition position = positions.get(first + Long.numberOfTrailingZeros(rest));
                if (position.allows(variable, schema)) continue;
                usesMisplaced.set(operation.index());
                return;
            }
        }
    }
}
