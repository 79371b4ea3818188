package dev.perigee.client;

import java.util.List;
import java.util.stream.Collectors;

/** An operation that does not fit the schema, or whose variables are not of their types. Nothing was sent. */
public final class InvalidOperationException extends GraphqlException {
    private final List<GraphqlError> errors;

    InvalidOperationException(List<GraphqlError> errors) {
        super(errors.stream().map(GraphqlError::toString).collect(Collectors.joining("\n")), null);
        this.errors = List.copyOf(errors);
    }

    /** What is wrong, with places in the document; at least one. */
    public List<GraphqlError> errors() {
        return errors;
    }
}
