package dev.perigee.server;

import com.linecorp.armeria.server.ServiceRequestContext;
import dev.perigee.execution.Response;
import dev.perigee.execution.ResponseError;
import dev.perigee.language.OperationType;
import io.netty.util.AttributeKey;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One line for each request to the graph:
 *
 * <pre>{@code BlogPage query 294 12.3ms 15320B sql=1 grpc=1 http=1 errors=NOT_FOUND}</pre>
 *
 * Operation name and kind, {@code -} where there is none; status, {@code gone} where the client did not wait for it; time
 * from the first byte of the request to the last of the answer; bytes of the answer; calls per source; codes of errors.
 * Never what clients send as values: no variables, no headers.
 */
final class RequestLog {
    private static final Logger LOG = LoggerFactory.getLogger("dev.perigee.requests");
    private static final AttributeKey<Entry> ENTRY = AttributeKey.valueOf(RequestLog.class, "ENTRY");
    private static final Entry NOTHING = new Entry(null, null, Map.of(), List.of());

    private RequestLog() {}

    /**
     * What is known once a request has run, or failed to.
     *
     * @param operationName of an operation that was found, so that it is a name, and no line break or secret
     */
    private record Entry(
            @Nullable OperationType operation,
            @Nullable String operationName,
            Map<String, Integer> calls,
            List<String> errorCodes) {}

    /** Logs the request when its answer is on its way, or will not be. */
    static void begin(ServiceRequestContext context) {
        if (!LOG.isInfoEnabled()) return;
        context.log().whenComplete().thenAccept(log -> {
            Entry known = context.attr(ENTRY);
            boolean isGone = log.responseCause() != null && log.responseLength() == 0;
            LOG.info(line(
                    known == null || isGone ? NOTHING : known,
                    isGone ? "gone" : log.responseStatus().codeAsText(),
                    log.totalDurationNanos(),
                    log.responseLength()));
        });
    }

    static void ran(ServiceRequestContext context, Response response) {
        Response.Summary summary = response.summary();
        List<String> codes =
                response.errors().stream().map(ResponseError::code).distinct().toList();
        String name = summary.operation() == null ? null : summary.operationName();
        context.setAttr(ENTRY, new Entry(summary.operation(), name, summary.calls(), codes));
    }

    static void failed(ServiceRequestContext context, HttpProblem problem) {
        failed(context, problem.code());
    }

    static void failed(ServiceRequestContext context, String code) {
        context.setAttr(ENTRY, new Entry(null, null, Map.of(), List.of(code)));
    }

    private static String line(Entry entry, String status, long nanos, long bytes) {
        StringBuilder line = new StringBuilder(80)
                .append(entry.operationName == null ? "-" : entry.operationName)
                .append(' ')
                .append(entry.operation == null ? "-" : entry.operation.keyword())
                .append(' ')
                .append(status)
                .append(String.format(Locale.ROOT, " %.1fms ", nanos / 1e6))
                .append(bytes)
                .append('B');
        entry.calls.forEach(
                (source, calls) -> line.append(' ').append(source).append('=').append(calls));
        if (!entry.errorCodes.isEmpty()) line.append(" errors=").append(String.join(",", entry.errorCodes));
        return line.toString();
    }
}
