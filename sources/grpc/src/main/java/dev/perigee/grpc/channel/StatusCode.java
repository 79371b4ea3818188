package dev.perigee.grpc.channel;

import io.grpc.Status;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What each gRPC status is for clients: {@code extensions.code} has the same name. Where no message of our own stands in
 * the table, the service's message is meant for clients, and kept. The others say what happened between us and a server,
 * and may name addresses and methods.
 *
 * <table>
 * <caption>Codes, the HTTP status of direct calls, and messages</caption>
 * <tr><th>code</th><th>HTTP</th><th>message</th></tr>
 * <tr><td>CANCELLED</td><td>499</td><td>ours</td></tr>
 * <tr><td>UNKNOWN</td><td>500</td><td>ours, with an id</td></tr>
 * <tr><td>INVALID_ARGUMENT</td><td>400</td><td>the service's</td></tr>
 * <tr><td>DEADLINE_EXCEEDED</td><td>504</td><td>ours</td></tr>
 * <tr><td>NOT_FOUND</td><td>404</td><td>the service's</td></tr>
 * <tr><td>ALREADY_EXISTS</td><td>409</td><td>the service's</td></tr>
 * <tr><td>PERMISSION_DENIED</td><td>403</td><td>the service's</td></tr>
 * <tr><td>RESOURCE_EXHAUSTED</td><td>429</td><td>the service's</td></tr>
 * <tr><td>FAILED_PRECONDITION</td><td>400</td><td>the service's</td></tr>
 * <tr><td>ABORTED</td><td>409</td><td>the service's</td></tr>
 * <tr><td>OUT_OF_RANGE</td><td>400</td><td>the service's</td></tr>
 * <tr><td>UNIMPLEMENTED</td><td>501</td><td>ours</td></tr>
 * <tr><td>INTERNAL</td><td>500</td><td>ours, with an id</td></tr>
 * <tr><td>UNAVAILABLE</td><td>503</td><td>ours</td></tr>
 * <tr><td>DATA_LOSS</td><td>500</td><td>ours, with an id</td></tr>
 * <tr><td>UNAUTHENTICATED</td><td>401</td><td>the service's</td></tr>
 * <tr><td>BAD_HEADER</td><td>400</td><td>ours: a header can't be metadata</td></tr>
 * <tr><td>RESPONSE_TOO_LARGE</td><td>502</td><td>ours: over a limit of the upstream</td></tr>
 * </table>
 *
 * @see <a href="https://github.com/googleapis/googleapis/blob/master/google/rpc/code.proto">google.rpc.Code</a>
 */
public enum StatusCode {
    CANCELLED(499, "The service has cancelled the call."),
    UNKNOWN(500, "The service failed."),
    INVALID_ARGUMENT(400, null),
    DEADLINE_EXCEEDED(504, "The service did not answer in time."),
    NOT_FOUND(404, null),
    ALREADY_EXISTS(409, null),
    PERMISSION_DENIED(403, null),
    RESOURCE_EXHAUSTED(429, null),
    FAILED_PRECONDITION(400, null),
    ABORTED(409, null),
    OUT_OF_RANGE(400, null),
    UNIMPLEMENTED(501, "The service does not know the method."),
    INTERNAL(500, "The service failed."),
    UNAVAILABLE(503, "The service is not available."),
    DATA_LOSS(500, "The service failed."),
    UNAUTHENTICATED(401, null);

    private final int httpStatus;
    private final @Nullable String ownMessage;

    StatusCode(int httpStatus, @Nullable String ownMessage) {
        this.httpStatus = httpStatus;
        this.ownMessage = ownMessage;
    }

    /** @param code not OK */
    static StatusCode of(Status.Code code) {
        return valueOf(code.name());
    }

    /** The status of a direct call whose error has a code, also one that is ours alone; 500 for any other. */
    public static int httpStatus(String code) {
        for (StatusCode one : values()) {
            if (one.name().equals(code)) return one.httpStatus;
        }
        return switch (code) {
            case "BAD_HEADER" -> 400;
            case "RESPONSE_TOO_LARGE" -> 502;
            default -> 500;
        };
    }

    public int httpStatus() {
        return httpStatus;
    }

    /** What clients are told instead of the service's message, null where they are told that. */
    public @Nullable String ownMessage() {
        return ownMessage;
    }

    /** Whether it says that the service is broken: of such an error, no details are for clients. */
    public boolean isDefect() {
        return this == UNKNOWN || this == INTERNAL || this == DATA_LOSS;
    }

    /** What a client reads where the service gave no message. */
    String words() {
        String words = name().replace('_', ' ').toLowerCase(Locale.ROOT);
        return Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".";
    }
}
