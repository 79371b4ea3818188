package dev.perigee.grpc.channel;

import dev.perigee.data.ClientException;
import io.grpc.Metadata;
import io.grpc.Status;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What clients are told of calls that failed: code and message by {@link StatusCode}, details by {@link ErrorDetails},
 * or what a hook says. The log has the rest: upstream, method, status, and the description as it is. Immutable.
 */
public final class StatusErrors {
    /** By the table alone. */
    public static final StatusErrors BY_TABLE = new StatusErrors(Set.of(), (method, status, trailers) -> null);

    private static final System.Logger LOG = System.getLogger(StatusErrors.class.getName());

    private final Set<Status.Code> shown;
    private final ErrorHook hook;

    private StatusErrors(Set<Status.Code> shown, ErrorHook hook) {
        this.shown = shown;
        this.hook = hook;
    }

    /** Asks a hook first. */
    public StatusErrors withHook(ErrorHook hook) {
        return new StatusErrors(shown, hook);
    }

    /** Keeps messages and details of further codes: for services whose texts are all meant for clients. */
    public StatusErrors showing(Set<Status.Code> codes) {
        Set<Status.Code> copy = EnumSet.noneOf(Status.Code.class);
        copy.addAll(codes);
        return new StatusErrors(copy, hook);
    }

    /** How long a client should wait before it tries again, null if the service said nothing of it. */
    public static @Nullable Duration retryAfter(ClientException error) {
        return error.extensions().get(ErrorDetails.RETRY_AFTER_MILLIS) instanceof Long millis
                ? Duration.ofMillis(millis)
                : null;
    }

    /** What a client is told; the log is told here.
     *
     * @param upstream for the log alone
     * @param status not OK
     */
    public ClientException toError(String upstream, Method method, Status status, Metadata trailers) {
        ClientException told = ask(method, status, trailers);
        if (told != null) {
            log(upstream, method, status, null);
            return told;
        }
        StatusCode code = StatusCode.of(status.getCode());
        boolean isShown = shown.contains(status.getCode());
        String id = code.isDefect() && !isShown ? UUID.randomUUID().toString() : null;
        log(upstream, method, status, id);
        Map<String, Object> extensions = new LinkedHashMap<>();
        if (id != null) extensions.put("id", id);
        extensions.putAll(ErrorDetails.of(trailers, code.isDefect() && !isShown));
        return new ClientException(code.name(), message(code, status, isShown), extensions);
    }

    private @Nullable ClientException ask(Method method, Status status, Metadata trailers) {
        try {
            return hook.toError(method, status, trailers);
        } catch (RuntimeException | Error e) {
            LOG.log(System.Logger.Level.ERROR, "The hook for errors failed", e);
            return null;
        }
    }

    private static String message(StatusCode code, Status status, boolean isShown) {
        if (code.ownMessage() != null && !isShown) return code.ownMessage();
        String description = status.getDescription();
        if (description == null || description.isBlank() || isOfTransport(description)) return code.words();
        return ErrorDetails.shortened(description);
    }

    /** Whether gRPC made it up of an answer that wasn't gRPC's: it has the headers and body of whatever stands between. */
    private static boolean isOfTransport(String description) {
        return description.startsWith("HTTP status code ") || description.startsWith("HTTP/2 error code: ");
    }

    private static void log(String upstream, Method method, Status status, @Nullable String id) {
        StatusCode code = StatusCode.of(status.getCode());
        // What the service says to a client is not a problem of ours.
        System.Logger.Level level = code.ownMessage() == null ? System.Logger.Level.DEBUG : System.Logger.Level.WARNING;
        if (!LOG.isLoggable(level)) return;
        StringBuilder text = new StringBuilder(id == null ? "" : "Internal error " + id + ": ")
                .append(method + " of " + upstream + " ended with " + code);
        if (status.getDescription() != null) text.append(": ").append(onOneLine(status.getDescription()));
        Throwable cause = status.getCause();
        // Where a server is not there, the trace of each call says nothing but that.
        if (cause != null && !code.isDefect())
            text.append(" (").append(onOneLine(cause.toString())).append(')');
        LOG.log(level, text.toString(), code.isDefect() ? cause : null);
    }

    private static String onOneLine(String text) {
        return ErrorDetails.shortened(text).replaceAll("\\p{Cntrl}+", " ");
    }
}
