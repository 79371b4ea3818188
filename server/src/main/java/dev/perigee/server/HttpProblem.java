package dev.perigee.server;

import com.linecorp.armeria.common.HttpStatus;
import dev.perigee.execution.ResponseError;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request that does not reach the engine. Its message is for the client. */
final class HttpProblem extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient HttpStatus status;
    private final String code;
    private final String message;
    private @Nullable String headerName;
    private String headerValue = "";

    /** @param code what {@code extensions.code} of the error says */
    HttpProblem(HttpStatus status, String code, String message) {
        super(message, null, false, false); // an answer, not a failure: nobody reads a stack trace of it
        this.status = status;
        this.code = code;
        this.message = message;
    }

    /** JSON, but not a request. */
    static HttpProblem badRequest(String message) {
        return new HttpProblem(HttpStatus.UNPROCESSABLE_ENTITY, "BAD_REQUEST", message);
    }

    /** Not even JSON. */
    static HttpProblem notJson(String message) {
        return new HttpProblem(HttpStatus.BAD_REQUEST, "BAD_REQUEST", message);
    }

    static HttpProblem unsupportedMediaType(String message) {
        return new HttpProblem(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "UNSUPPORTED_MEDIA_TYPE", message);
    }

    static HttpProblem limitExceeded(String message) {
        return new HttpProblem(HttpStatus.UNPROCESSABLE_ENTITY, "LIMIT_EXCEEDED", message);
    }

    static HttpProblem stopping() {
        return new HttpProblem(HttpStatus.SERVICE_UNAVAILABLE, "STOPPING", "The server is stopping.");
    }

    static HttpProblem tooManyStreams() {
        String message = "The server has as many open connections and streams as it may. Try again later.";
        return new HttpProblem(HttpStatus.SERVICE_UNAVAILABLE, "LIMIT_EXCEEDED", message);
    }

    /** The same, with its place. */
    HttpProblem at(String place) {
        return new HttpProblem(status, code, place + ": " + message);
    }

    /** The problem as an error of a response. */
    ResponseError asError() {
        return new ResponseError(message, List.of(), null, Map.of("code", code));
    }

    /** The same, with a header that the status calls for. */
    HttpProblem with(String name, String value) {
        headerName = name;
        headerValue = value;
        return this;
    }

    HttpStatus status() {
        return status;
    }

    String code() {
        return code;
    }

    String message() {
        return message;
    }

    @Nullable String headerName() {
        return headerName;
    }

    String headerValue() {
        return headerValue;
    }
}
