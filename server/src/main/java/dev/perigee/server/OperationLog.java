package dev.perigee.server;

import dev.perigee.data.Caller;
import dev.perigee.execution.Response;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The lines of one operation over WebSocket or as server-sent events: one at its end, which says how it ended where others
 * have a status, and before that one when a stream opens. Thread-safe.
 */
final class OperationLog {
    private final RequestLine line = new RequestLine();
    private final AtomicLong bytes = new AtomicLong();
    private final long start = System.nanoTime();

    OperationLog(@Nullable Caller caller, String document) {
        line.caller(caller);
        line.document(document);
    }

    void opened(@Nullable String operationName) {
        line.opened(operationName);
        write("open");
    }

    void add(Response response) {
        line.add(response);
        bytes.addAndGet(response.bytes().length);
    }

    /** It was one of a batch, whose answer is always this. */
    void answered() {
        write("200");
    }

    void ended(Ending how) {
        write(how.toString());
    }

    private void write(String how) {
        if (RequestLog.isOn()) RequestLog.write(line.text(how, System.nanoTime() - start, bytes.get()));
    }
}
