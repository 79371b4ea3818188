package dev.perigee.server;

import dev.perigee.data.Caller;
import dev.perigee.execution.Response;
import dev.perigee.execution.ResponseError;
import dev.perigee.language.OperationType;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the log says of one request, gathered while it runs. Thread-safe. */
final class RequestLine {
    private static final int LONGEST_NAME = 100;
    private static final int HASH_DIGITS = 12;

    private @Nullable OperationType operation;
    private @Nullable String operationName;
    private @Nullable String client;
    private @Nullable String document;
    private int events = -1;
    private final Map<String, Integer> calls = new LinkedHashMap<>();
    private final Set<String> errorCodes = new LinkedHashSet<>();

    synchronized void caller(@Nullable Caller caller) {
        if (caller == null || caller.isAnonymous()) return;
        // Whoever gives out names may not have thought of logs.
        String name = caller.name().replaceAll("[^\\p{L}\\p{N}@.:/+_-]", "_");
        client = name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
    }

    /** It is hashed when the line is written: after the answer, and not for a line that never is. */
    synchronized void document(String text) {
        document = text;
    }

    /** A stream is open. */
    synchronized void opened(@Nullable String name) {
        operation = OperationType.SUBSCRIPTION;
        operationName = name;
        events = 0;
    }

    synchronized void add(Response response) {
        Response.Summary summary = response.summary();
        if (summary.operation() != null) {
            operation = summary.operation();
            operationName = summary.operationName();
        }
        if (events >= 0 && summary.executed()) events++;
        summary.calls().forEach((source, count) -> calls.merge(source, count, Integer::sum));
        for (ResponseError error : response.errors()) errorCodes.add(error.code());
    }

    synchronized void failed(String code) {
        errorCodes.add(code);
    }

    /** The line without what was found out of the operation. */
    synchronized RequestLine withoutOperation() {
        RequestLine less = new RequestLine();
        less.client = client;
        less.document = document;
        return less;
    }

    /** @param how an HTTP status, or what became of it */
    synchronized String text(String how, long nanos, long bytes) {
        StringBuilder line = new StringBuilder(120)
                .append(operationName == null ? "-" : operationName)
                .append(' ')
                .append(operation == null ? "-" : operation.keyword())
                .append(' ')
                .append(how)
                .append(String.format(Locale.ROOT, " %.1fms ", nanos / 1e6))
                .append(bytes)
                .append('B');
        if (events >= 0) line.append(" events=").append(events);
        if (client != null) line.append(" client=").append(client);
        if (document != null) line.append(" document=").append(DocumentHash.of(document), 0, HASH_DIGITS);
        calls.forEach(
                (source, count) -> line.append(' ').append(source).append('=').append(count));
        if (!errorCodes.isEmpty()) line.append(" errors=").append(String.join(",", errorCodes));
        return line.toString();
    }
}
