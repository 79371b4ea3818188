package dev.perigee.execution;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.perigee.language.OperationDefinition;
import dev.perigee.language.OperationType;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The answer to one request, as JSON bytes, and what is known of how it came about. Immutable.
 *
 * @see <a href="https://spec.graphql.org/September2025/#sec-Response-Format">Response Format</a>
 */
public final class Response {
    private final byte[] bytes;
    private final List<ResponseError> errors;
    private final Map<String, List<String>> headers;
    private final @Nullable OperationDefinition operation;
    private final @Nullable Calls calls;
    private final long nanos;

    /** @param calls of the execution, null if nothing was executed */
    Response(
            byte[] bytes,
            List<ResponseError> errors,
            Map<String, List<String>> headers,
            RequestContext context,
            @Nullable Calls calls) {
        this.bytes = bytes;
        this.errors = List.copyOf(errors);
        this.headers = headers;
        this.operation = context.operation();
        this.calls = calls;
        this.nanos = context.elapsedNanos();
    }

    /** The response as UTF-8 JSON, {@code errors} first where there are any: not a copy, and not to be changed. */
    public byte[] bytes() {
        return bytes;
    }

    /** Writes the JSON to a stream. */
    public void writeTo(OutputStream out) throws IOException {
        out.write(bytes);
    }

    public List<ResponseError> errors() {
        return errors;
    }

    /** What was collected in the request's {@link dev.perigee.data.ResponseHeaders}, for a server to write. */
    public Map<String, List<String>> headers() {
        return headers;
    }

    /** Whether nothing was executed: the response has errors and no {@code data} at all. */
    public boolean isRequestError() {
        return calls == null;
    }

    /** What is known of the request, for logs. */
    public Summary summary() {
        return new Summary(
                operation == null ? null : operation.operation(),
                operation == null ? null : operation.name(),
                calls != null,
                calls == null ? Map.of() : calls.toMap(),
                Duration.ofNanos(nanos));
    }

    /** The response as maps and lists, read from its bytes: for tests and for embedding, not for a hot path. */
    public Map<String, @Nullable Object> asMap() {
        return JsonReader.readObject(bytes);
    }

    /** The JSON text. */
    @Override
    public String toString() {
        return new String(bytes, UTF_8);
    }

    /**
     * What is known of a request when its response is there. Immutable.
     *
     * @param operation the kind of operation, null if none was found
     * @param operationName its name, null if it has none or none was found: what was asked for is not a name then
     * @param executed whether execution began
     * @param calls how often each source was called, in the order of first calls
     * @param duration from the request's arrival at the engine to the finished bytes
     */
    public record Summary(
            @Nullable OperationType operation,
            @Nullable String operationName,
            boolean executed,
            Map<String, Integer> calls,
            Duration duration) {
        public Summary {
            calls = Collections.unmodifiableMap(calls);
        }
    }
}
