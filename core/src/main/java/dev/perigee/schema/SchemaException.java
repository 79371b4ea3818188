package dev.perigee.schema;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A schema is not valid. Has everything that is wrong with it, in the order of its sources; the message has the first
 * {@value #MOST_IN_MESSAGE} problems, a line for each.
 */
public final class SchemaException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int MOST_IN_MESSAGE = 50;

    private final transient List<SchemaProblem> problems;

    public SchemaException(List<SchemaProblem> problems) {
        super(message(problems));
        this.problems = List.copyOf(problems);
    }

    /** At least one. */
    public List<SchemaProblem> problems() {
        return problems;
    }

    private static String message(List<SchemaProblem> problems) {
        String listed = problems.stream()
                .limit(MOST_IN_MESSAGE)
                .map(SchemaProblem::toString)
                .collect(Collectors.joining("\n"));
        int more = problems.size() - MOST_IN_MESSAGE;
        return more > 0 ? listed + "\nand " + more + " more" : listed;
    }
}
