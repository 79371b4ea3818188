package dev.perigee.execution;

import java.util.List;

/** Why a request is not executed at all. */
final class RequestErrorException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<ResponseError> errors;

    RequestErrorException(List<ResponseError> errors) {
        super(errors.getFirst().message(), null, false, false);
        this.errors = errors;
    }

    List<ResponseError> errors() {
        return errors;
    }
}
