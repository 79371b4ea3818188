package dev.perigee.validation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Finds fields that cannot be merged. It never compares all pairs of fields: it groups the fields that meet at one
 * response position by their response name, and compares each with the first of its group; what they select in turn is
 * merged to one set, and looked at in the same way. That is enough, since to be the same, and to have the same shape, is
 * transitive.
 *
 * <p>{@link SameShape} takes all fields that meet, whatever objects they are of. It finds all that is wrong with shapes,
 * and whether some fields that meet differ; if none do, nothing else can be wrong. Only if some do, {@link SameFields}
 * tells apart those that never are of the same object.
 *
 * <p>Selection sets that were merged once are not merged again. So the effort is linear in the size of a document, unless
 * it spreads fragments in ever new combinations: for documents that do little else, there is a limit.
 */
final class FieldMerging {
    private static final long STEPS_PER_NODE = 10;

    private final Executables executables;
    private final FragmentGraph graph;
    private final Problems problems;
    private final Effort effort;
    private final FieldGroups groups;

    FieldMerging(Scope scope, Problems problems) {
        this.effort = scope.effort();
        this.executables = scope.executables();
        this.graph = executables.graph(effort);
        this.problems = problems;
        this.groups = new FieldGroups(effort, scope.options().maxMergeSteps() + (1 + STEPS_PER_NODE) * effort.steps());
    }

    void check() {
        List<Executable> roots = roots();
        SameShape shape = new SameShape(groups);
        for (Executable root : roots) {
            shape.check(root.selections());
            if (isOverLimit(root)) return;
        }
        Conflicts conflicts = new Conflicts(problems);
        if (shape.someFieldsDiffer()) {
            SameFields fields = new SameFields(groups, conflicts);
            for (Executable root : roots) {
                fields.check(root.selections());
                if (isOverLimit(root)) return;
            }
        }
        for (Conflict conflict : shape.conflicts()) conflicts.addUnlessExplained(conflict);
    }

    /** The operations, and of the fragments that none of them spreads, those that are not spread by the others either. */
    private List<Executable> roots() {
        List<Executable> roots = new ArrayList<>(executables.operations());
        BitSet reached = (BitSet) executables.usedFragments(effort).clone();
        for (Executable fragment : graph.bottomUp().reversed()) {
            if (reached.get(fragment.index())) continue;
            roots.add(fragment);
            graph.addReached(fragment, reached);
        }
        return roots;
    }

    private boolean isOverLimit(Executable root) {
        if (!groups.isOverLimit()) return false;
        problems.add(
                ProblemCode.LIMIT_EXCEEDED,
                "The fragments are spread in too many combinations to find out whether their fields can be merged.",
                root.definition().location());
        return true;
    }
}
