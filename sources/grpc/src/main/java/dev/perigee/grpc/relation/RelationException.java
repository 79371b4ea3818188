package dev.perigee.grpc.relation;

import java.util.List;

/** Relations don't fit the IDL. Names everything that is wrong at once. */
public final class RelationException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<String> problems;

    /** @param problems at least one: where, what is wrong, and what to do */
    public RelationException(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    /** One a mistake, in the order of the schema. */
    public List<String> problems() {
        return problems;
    }
}
