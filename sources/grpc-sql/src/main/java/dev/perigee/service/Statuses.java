package dev.perigee.service;

import dev.perigee.data.ClientException;
import io.grpc.Status;
import io.grpc.StatusException;
import io.grpc.StatusRuntimeException;
import java.util.UUID;
import java.util.concurrent.CancellationException;

/** The statuses of what goes wrong while a call is served. */
final class Statuses {
    private static final System.Logger LOG = System.getLogger(Statuses.class.getName());

    private Statuses() {}

    /** What is not meant for clients is logged, under an id that they are told. */
    static Status of(Throwable thrown, String method) {
        return switch (thrown) {
            case StatusRuntimeException told -> told.getStatus();
            case StatusException told -> told.getStatus();
            case ClientException told -> code(told.code()).toStatus().withDescription(told.getMessage());
            case CancellationException cancelled -> Status.CANCELLED;
            default -> internal(thrown, method);
        };
    }

    private static Status internal(Throwable thrown, String method) {
        String id = UUID.randomUUID().toString();
        LOG.log(System.Logger.Level.ERROR, "Internal error " + id + " at " + method, thrown);
        return Status.INTERNAL.withDescription("Internal error " + id + ".");
    }

    private static Status.Code code(String code) {
        return switch (code) {
            case "BAD_USER_INPUT" -> Status.Code.INVALID_ARGUMENT;
            case "UNAUTHENTICATED" -> Status.Code.UNAUTHENTICATED;
            case "FORBIDDEN" -> Status.Code.PERMISSION_DENIED;
            case "NOT_FOUND" -> Status.Code.NOT_FOUND;
            case "LIMIT_EXCEEDED", "RESPONSE_TOO_LARGE" -> Status.Code.RESOURCE_EXHAUSTED;
            case "CONFLICT" -> Status.Code.ABORTED;
            case "CONSTRAINT_VIOLATION" -> Status.Code.FAILED_PRECONDITION;
            case "DEADLINE_EXCEEDED" -> Status.Code.DEADLINE_EXCEEDED;
            case "CANCELLED" -> Status.Code.CANCELLED;
            case "DATABASE_BUSY", "DATABASE_UNAVAILABLE", "UNAVAILABLE" -> Status.Code.UNAVAILABLE;
            default -> ofName(code);
        };
    }

    /** Codes that services make up have the names of gRPC's, or are failed preconditions. */
    private static Status.Code ofName(String code) {
        for (Status.Code known : Status.Code.values()) {
            if (known.name().equals(code) && known != Status.Code.OK) return known;
        }
        return Status.Code.FAILED_PRECONDITION;
    }
}
