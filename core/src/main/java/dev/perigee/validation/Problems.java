package dev.perigee.validation;

import dev.perigee.language.Location;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong with one document, up to a number. */
final class Problems {
    /** Messages quote names, and a name may be as long as a document. */
    private static final int LONGEST_MESSAGE = 1_000;

    private final int most;
    private final List<Problem> problems = new ArrayList<>(0);

    Problems(int most) {
        this.most = most;
    }

    void add(ProblemCode code, String message, Location... locations) {
        add(code, message, List.of(locations));
    }

    /** @throws Enough if there are too many already */
    void add(ProblemCode code, String message, List<Location> locations) {
        if (problems.size() == most) {
            endWith(ProblemCode.TOO_MANY_PROBLEMS, "There are more problems than the " + most + " that are listed.");
        }
        problems.add(new Problem(code, cut(message), locations));
    }

    /** A problem after which validation cannot go on. */
    void endWith(ProblemCode code, String message, Location... locations) {
        problems.add(new Problem(code, message, List.of(locations)));
        throw new Enough();
    }

    /** All, in the order of the document; those without a place are last. */
    List<Problem> list() {
        if (problems.isEmpty()) return List.of();
        return problems.stream()
                .sorted(Comparator.comparingInt(Problems::start))
                .toList();
    }

    private static int start(Problem problem) {
        return problem.locations().isEmpty()
                ? Integer.MAX_VALUE
                : problem.locations().getFirst().start();
    }

    private static String cut(String message) {
        if (message.length() <= LONGEST_MESSAGE) return message;
        int end =
                Character.isHighSurrogate(message.charAt(LONGEST_MESSAGE - 1)) ? LONGEST_MESSAGE - 1 : LONGEST_MESSAGE;
        return message.substring(0, end) + "…";
    }

    /** Ends the validation of a document that has too many problems, from wherever it is. */
    static final class Enough extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Enough() {
            super(null, null, false, false);
        }
    }
}
