package dev.perigee.schema;

import java.util.List;
import java.util.stream.Collectors;

/** A schema is not valid. Has everything that is wrong with it, in the order of its sources. */
public final class SchemaException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient List<SchemaProblem> problems;

    public SchemaException(List<SchemaProblem> problems) {
        super(problems.stream().map(SchemaProblem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** At least one. */
    public List<SchemaProblem> problems() {
        return problems;
    }
}
