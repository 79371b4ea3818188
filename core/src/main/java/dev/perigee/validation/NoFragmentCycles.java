package dev.perigee.validation;

import dev.perigee.language.Document;
import dev.perigee.language.FragmentSpread;
import dev.perigee.language.Location;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * No fragment spreads itself, directly or through other fragments.
 *
 * @see <a href="https://spec.graphql.org/September2025/#sec-Fragment-Spreads-Must-Not-Form-Cycles">Fragment Spreads Must
 *     Not Form Cycles</a>
 */
final class NoFragmentCycles implements Rule.OnDocument {
    /** So many fragments of a cycle are named: a hostile one may have as many as the document has lines. */
    private static final int MOST_NAMED = 10;

    @Override
    public void leaveDocument(Document document, Scope scope, Problems problems) {
        List<Executable> fragments = scope.executables().fragments();
        if (!scope.executables().graph(scope.effort()).hasCircles()) return;
        Search search = new Search(fragments.size(), scope.effort(), problems);
        for (Executable fragment : fragments) search.from(fragment);
    }

    /** Goes down the spreads, each fragment once; without recursion, since a chain may be as long as the document. */
    private static final class Search {
        private final Effort effort;
        private final Problems problems;
        private final boolean[] entered;
        private final int[] placeOnPath; // of each fragment; -1 where it is not on the path
        private final List<Step> path = new ArrayList<>();

        Search(int fragments, Effort effort, Problems problems) {
            this.effort = effort;
            this.problems = problems;
            this.entered = new boolean[fragments];
            this.placeOnPath = new int[fragments];
            Arrays.fill(placeOnPath, -1);
        }

        void from(Executable root) {
            if (!entered[root.index()]) enter(root);
            while (!path.isEmpty()) {
                Executable fragment = path.getLast().next();
                if (fragment == null) leave();
                else if (placeOnPath[fragment.index()] >= 0) report(fragment, placeOnPath[fragment.index()]);
                else if (!entered[fragment.index()]) enter(fragment);
            }
        }

        private void enter(Executable fragment) {
            effort.step();
            entered[fragment.index()] = true;
            placeOnPath[fragment.index()] = path.size();
            path.add(new Step(fragment, effort));
        }

        private void leave() {
            placeOnPath[path.removeLast().fragment.index()] = -1;
        }

        private void report(Executable fragment, int place) {
            List<Step> cycle = path.subList(place, path.size());
            List<Location> locations = new ArrayList<>();
            StringBuilder via = new StringBuilder();
            for (int i = 0; i < Math.min(cycle.size(), MOST_NAMED); i++) {
                FragmentSpread spread = cycle.get(i).current();
                locations.add(spread.location());
                if (i < cycle.size() - 1) {
                    via.append(i == 0 ? " via " : ", ")
                            .append('"')
                            .append(spread.name())
                            .append('"');
                }
            }
            if (cycle.size() > MOST_NAMED) via.append(", …");
            problems.add(
                    ProblemCode.FRAGMENT_CYCLE,
                    "Cannot spread fragment \"%s\" within itself%s.".formatted(fragment.name(), via),
                    locations);
        }
    }

    /** A fragment on the path, and how far its spreads are done. */
    private static final class Step {
        private final Executable fragment;
        private final Effort effort;
        private int done;

        Step(Executable fragment, Effort effort) {
            this.fragment = fragment;
            this.effort = effort;
        }

        @Nullable Executable next() {
            effort.step();
            return done == fragment.spreads().size() ? null : fragment.spreads().get(done++);
        }

        FragmentSpread current() {
            return fragment.spreadNodes().get(done - 1);
        }
    }
}
