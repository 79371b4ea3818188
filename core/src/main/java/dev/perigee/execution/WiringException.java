package dev.perigee.execution;

import java.util.List;

/** A wiring that does not fit its schema. */
public final class WiringException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<String> problems;

    WiringException(List<String> problems) {
        super(String.join(System.lineSeparator(), problems));
        this.problems = List.copyOf(problems);
    }

    /** All that is wrong, a sentence each. */
    public List<String> problems() {
        return problems;
    }
}
