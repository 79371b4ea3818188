package dev.perigee.grpc.idl;

import io.grpc.Status;

/** A call for reflection ended before all was known. */
final class ReflectionFailure extends Exception {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST_REASON = 300;

    private final transient Status status;

    ReflectionFailure(Status status) {
        super(status.toString(), status.getCause());
        this.status = status;
    }

    Status status() {
        return status;
    }

    IdlException explain(String server, IdlLimits limits) {
        String what = switch (status.getCode()) {
            case UNAVAILABLE -> "%s can't be reached".formatted(server);
            case DEADLINE_EXCEEDED ->
                "%s did not answer all of server reflection within %d ms"
                        .formatted(server, limits.timeout().toMillis());
            case UNAUTHENTICATED, PERMISSION_DENIED -> "%s does not allow server reflection".formatted(server);
            default -> "%s: server reflection failed".formatted(server);
        };
        return new IdlException("%s (%s).".formatted(what, reason()), this);
    }

    private String reason() {
        StringBuilder reason = new StringBuilder(status.getCode().toString());
        if (status.getDescription() != null) reason.append(": ").append(status.getDescription());
        Throwable cause = status.getCause();
        if (cause != null && cause.getMessage() != null) reason.append(": ").append(cause.getMessage());
        String text = reason.toString().replaceAll("\\p{Cntrl}+", " ");
        return text.length() <= LONGEST_REASON ? text : text.substring(0, LONGEST_REASON) + "...";
    }
}
