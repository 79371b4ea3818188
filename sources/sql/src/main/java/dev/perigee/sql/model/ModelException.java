package dev.perigee.sql.model;

import java.util.List;

/** A model can't be made. Names everything that is wrong at once; no message has a value of a row. */
public final class ModelException extends RuntimeException {
    private final List<String> problems;

    /** @param problems at least one: where, what is wrong, and what to do */
    public ModelException(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    /** One a mistake, in the order in which they were found. */
    public List<String> problems() {
        return problems;
    }
}
