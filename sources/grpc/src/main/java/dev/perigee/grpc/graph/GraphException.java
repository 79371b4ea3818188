package dev.perigee.grpc.graph;

import java.util.List;

/** An IDL and options that make no graph: everything that is wrong, each with what to do about it. */
public final class GraphException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final List<String> problems;

    GraphException(List<String> problems) {
        super("The IDL makes no graph:\n- " + String.join("\n- ", problems));
        this.problems = List.copyOf(problems);
    }

    /** At least one. */
    public List<String> problems() {
        return problems;
    }
}
