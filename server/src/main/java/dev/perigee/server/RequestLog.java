package dev.perigee.server;

import com.linecorp.armeria.server.ServiceRequestContext;
import dev.perigee.data.Caller;
import dev.perigee.execution.Response;
import io.netty.util.AttributeKey;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One line for each request to the graph:
 *
 * <pre>{@code BlogPage query 294 12.3ms 15320B client=web document=5f1c0a9b77d2 sql=1 grpc=1 errors=NOT_FOUND}</pre>
 *
 * Operation name and kind, {@code -} where there is none; status, {@code gone} where the client did not wait for it; time
 * from the first byte of the request to the last of the answer; bytes of the answer; the caller's name; the start of the
 * document's SHA-256; calls per source; codes of errors. Never what clients send as values: no variables, no headers.
 */
final class RequestLog {
    private static final Logger LOG = LoggerFactory.getLogger("dev.perigee.requests");
    private static final AttributeKey<RequestLine> LINE = AttributeKey.valueOf(RequestLog.class, "LINE");

    private RequestLog() {}

    /** Logs the request when its answer is on its way, or will not be. */
    static void begin(ServiceRequestContext context) {
        if (!isOn()) return;
        context.setAttr(LINE, new RequestLine());
        context.log().whenComplete().thenAccept(log -> {
            RequestLine line = context.attr(LINE);
            if (line == null) return;
            boolean isGone = log.responseCause() != null && log.responseLength() == 0;
            LOG.info((isGone ? line.withoutOperation() : line)
                    .text(
                            isGone ? "gone" : log.responseStatus().codeAsText(),
                            log.totalDurationNanos(),
                            log.responseLength()));
        });
    }

    /** Leaves it to who serves the request to log it. */
    static void leave(ServiceRequestContext context) {
        context.setAttr(LINE, null);
    }

    static void asks(ServiceRequestContext context, @Nullable Caller caller, String document) {
        with(context, line -> {
            line.caller(caller);
            line.document(document);
        });
    }

    static void ran(ServiceRequestContext context, Response response) {
        with(context, line -> line.add(response));
    }

    static void failed(ServiceRequestContext context, HttpProblem problem) {
        failed(context, problem.code());
    }

    static void failed(ServiceRequestContext context, String code) {
        with(context, line -> line.failed(code));
    }

    static boolean isOn() {
        return LOG.isInfoEnabled();
    }

    static void write(String line) {
        LOG.info(line);
    }

    private static void with(ServiceRequestContext context, Consumer<RequestLine> known) {
        RequestLine line = context.attr(LINE);
        if (line != null) known.accept(line);
    }
}
