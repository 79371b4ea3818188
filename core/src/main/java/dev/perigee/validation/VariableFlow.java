package dev.perigee.validation;

import dev.perigee.schema.Schema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * Which variables reach which operation through the fragments that it spreads.
 *
 * <p>Each different {@link VariablePosition} of the document is a bit, those of one variable name side by side. For 64
 * of them at a time, one pass over the fragments unites their bits, and one over the operations compares them with what
 * is declared. So a document costs its size times a 64th of the number of its different positions, rather than the
 * number of operations times that of fragments; and most documents have less than 64.
 */
final class VariableFlow {
    private static final Comparator<Declaration> BY_BITS =
            Comparator.comparingInt(declaration -> declaration.bits.start());

    private final Schema schema;
    private final Executables executables;
    private final Effort effort;
    private final BitSet usesUndeclared = new BitSet();
    private final BitSet usesMisplaced = new BitSet();

    private VariableFlow(Scope scope) {
        this.schema = scope.schema();
        this.executables = scope.executables();
        this.effort = scope.effort();
    }

    static VariableFlow of(Scope scope) {
        VariableFlow flow = new VariableFlow(scope);
        int bits = flow.numberPositions();
        if (bits > 0) flow.follow(bits);
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

    /** Gives each position its bit; returns how many there are. */
    private int numberPositions() {
        int bits = 0;
        for (VariablePositions positions : executables.variablePositions()) {
            positions.startAt(bits);
            bits = positions.end();
        }
        return bits;
    }

    private void follow(int end) {
        FragmentGraph graph = executables.graph(effort);
        Uses[] ofFragments = uses(executables.fragments());
        Uses[] ofOperations = uses(executables.operations());
        Declarations[] declarations = declarations(executables.operations());
        long[] bits = new long[ofFragments.length];
        for (int first = 0; first < end; first += Long.SIZE) {
            for (int i = 0; i < bits.length; i++) bits[i] = ofFragments[i].bits(first);
            graph.unite(bits);
            for (int i = 0; i < ofOperations.length; i++) {
                Uses uses = ofOperations[i];
                declarations[i].compare(uses.bits(first) | graph.ofSpreads(uses.executable, bits), first);
            }
        }
    }

    private Uses[] uses(List<Executable> executables) {
        Uses[] uses = new Uses[executables.size()];
        for (int i = 0; i < uses.length; i++) uses[i] = new Uses(executables.get(i));
        return uses;
    }

    private Declarations[] declarations(List<Executable> operations) {
        Declarations[] declarations = new Declarations[operations.size()];
        for (int i = 0; i < declarations.length; i++) declarations[i] = new Declarations(operations.get(i));
        return declarations;
    }

    /** The positions in an operation or fragment itself, taken 64 at a time. */
    private final class Uses {
        private static final int[] NONE = {};

        private final Executable executable;
        private final int[] sorted;
        private int taken;

        Uses(Executable executable) {
            this.executable = executable;
            this.sorted = sorted(executable.uses());
        }

        private int[] sorted(List<VariableUse> uses) {
            if (uses.isEmpty()) return NONE;
            effort.steps(uses.size());
            int[] bits = new int[uses.size()];
            for (int i = 0; i < bits.length; i++) bits[i] = uses.get(i).bit();
            Arrays.sort(bits);
            return bits;
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

    /** A variable that an operation declares, and that something in the document uses. */
    private record Declaration(DeclaredVariable variable, VariablePositions bits) {}

    /** The variables that an operation declares, in the order of their bits. */
    private final class Declarations {
        private final Executable operation;
        private final List<Declaration> sorted;
        private int done;

        Declarations(Executable operation) {
            this.operation = operation;
            this.sorted = new ArrayList<>(operation.variables().size());
            for (DeclaredVariable variable : operation.variables()) {
                VariablePositions bits = executables.variablePositions(variable.name());
                if (bits != null) sorted.add(new Declaration(variable, bits));
            }
            sorted.sort(BY_BITS);
        }

        /** @param reached the bits that reach the operation, of the 64 from {@code first} on */
        void compare(long reached, int first) {
            long declared = 0;
            for (int i = done; i < sorted.size(); i++) {
                effort.step();
                Declaration declaration = sorted.get(i);
                VariablePositions bits = declaration.bits;
                if (bits.start() - first >= Long.SIZE) break;
                if (bits.end() - first <= Long.SIZE) done = i + 1;
                long mask = bits.mask(first);
                declared |= mask;
                if ((reached & mask) != 0) checkPositions(declaration, reached & mask, first);
            }
            if ((reached & ~declared) != 0) usesUndeclared.set(operation.index());
        }

        private void checkPositions(Declaration declaration, long bits, int first) {
            declaration.variable.isUsed = true;
            if (usesMisplaced.get(operation.index())) return;
            for (long rest = bits; rest != 0; rest &= rest - 1) {
                effort.step();
                VariablePosition position = declaration.bits.atBit(first + Long.numberOfTrailingZeros(rest));
                if (position.allows(declaration.variable, schema)) continue;
                usesMisplaced.set(operation.index());
                return;
            }
        }
    }
}
