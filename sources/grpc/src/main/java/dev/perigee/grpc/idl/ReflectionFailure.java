package dev.perigee.grpc.idl;

import io.grpc.Status;

/** A call for reflection ended before all was known. */
final class ReflectionFailure extends Exception {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST_DESCRIPTION = 300;

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
        String description = status.getDescription();
        if (description == null) return status.getCode().toString();
        String shortened = description.length() <= LONGEST_DESCRIPTION
                ? description
                : description.substring(0, LONGEST_DESCRIPTION) + "...";
        return status.getCode() + ": " + shortened.strip().replaceAll("\\p{Cntrl}+", " ");
    }
}
