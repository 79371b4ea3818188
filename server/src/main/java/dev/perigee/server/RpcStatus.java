package dev.perigee.server;

import com.linecorp.armeria.common.HttpStatus;

/**
 * The HTTP status of a direct call that failed, by its code.
 *
 * @see <a href="https://github.com/googleapis/googleapis/blob/master/google/rpc/code.proto">google.rpc.Code</a>
 */
final class RpcStatus {
    private RpcStatus() {}

    static HttpStatus of(String code) {
        return switch (code) {
            case "UNAUTHENTICATED" -> HttpStatus.UNAUTHORIZED;
            case "PERMISSION_DENIED", "FORBIDDEN" -> HttpStatus.FORBIDDEN;
            case "NOT_FOUND" -> HttpStatus.NOT_FOUND;
            case "ALREADY_EXISTS", "ABORTED" -> HttpStatus.CONFLICT;
            case "RESOURCE_EXHAUSTED" -> HttpStatus.TOO_MANY_REQUESTS;
            case "CANCELLED" -> HttpStatus.CLIENT_CLOSED_REQUEST;
            case "UNKNOWN", "INTERNAL", "INTERNAL_ERROR", "DATA_LOSS" -> HttpStatus.INTERNAL_SERVER_ERROR;
            case "UNIMPLEMENTED" -> HttpStatus.NOT_IMPLEMENTED;
            case "UNAVAILABLE" -> HttpStatus.SERVICE_UNAVAILABLE;
            case "DEADLINE_EXCEEDED" -> HttpStatus.GATEWAY_TIMEOUT;
            default ->
                HttpStatus.BAD_REQUEST; // INVALID_ARGUMENT, FAILED_PRECONDITION, OUT_OF_RANGE, and ours of that kind
        };
    }
}
