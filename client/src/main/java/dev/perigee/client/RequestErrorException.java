package dev.perigee.client;

import java.util.List;
import java.util.stream.Collectors;

/** An operation that the server refused: nothing of it ran. */
public final class RequestErrorException extends GraphqlException {
    private final List<GraphqlError> errors;
    private final int status;

    RequestErrorException(List<GraphqlError> errors, int status) {
        this("", errors, status);
    }

    /** @param about what goes before what the server says */
    RequestErrorException(String about, List<GraphqlError> errors, int status) {
        super(about + errors.stream().map(GraphqlError::toString).collect(Collectors.joining("\n")), null);
        this.errors = List.copyOf(errors);
        this.status = status;
    }

    /** What the server says; at least one. */
    public List<GraphqlError> errors() {
        return errors;
    }

    /** The status of HTTP; 0 where the answer came another way. */
    public int status() {
        return status;
    }
}
