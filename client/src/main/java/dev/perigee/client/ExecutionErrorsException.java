package dev.perigee.client;

import java.util.stream.Collectors;

/** An operation that ran, with errors: thrown by {@link Result#orThrow} only, for those who want all or nothing. */
public final class ExecutionErrorsException extends GraphqlException {
    private final transient Result<?> result;

    ExecutionErrorsException(Result<?> result) {
        super(result.errors().stream().map(GraphqlError::toString).collect(Collectors.joining("\n")), null);
        this.result = result;
    }

    /** The errors, and what there is of the data all the same. */
    public Result<?> result() {
        return result;
    }
}
