package dev.perigee.execution;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why a request is not executed at all. */
final class RequestErrorException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<ResponseError> errors;

    RequestErrorException(List<ResponseError> errors) {
        this(errors, null);
    }

    /** @param cause what code of users threw, null if the engine itself refuses the request */
    RequestErrorException(List<ResponseError> errors, @Nullable Throwable cause) {
        super(errors.getFirst().message(), cause, false, false);
        this.errors = errors;
    }

    List<ResponseError> errors() {
        return errors;
    }
}
