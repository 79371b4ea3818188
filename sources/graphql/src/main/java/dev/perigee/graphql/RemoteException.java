package dev.perigee.graphql;

import java.util.List;

/** What is declared does not fit the remote schemas. Names everything that is wrong at once. */
public final class RemoteException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<String> problems;

    RemoteException(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    /** One a mistake, with file, line and column: where, what is wrong, and what to do. At least one. */
    public List<String> problems() {
        return problems;
    }
}
