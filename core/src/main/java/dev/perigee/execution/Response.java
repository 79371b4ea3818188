package dev.perigee.execution;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.perigee.language.OperationType;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
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
    private final Summary summary;

    Response(byte[] bytes, List<ResponseError> errors, Map<String, List<String>> headers, Summary summary) {
        this.bytes = bytes;
        this.errors = List.copyOf(errors);
        this.headers = headers;
        this.summary = summary;
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
        return !summary.executed();
    }

    /** What is known of the request, for logs. */
    public Summary summary() {
        return summary;
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

    /** What is known of a request when its response is there. Immutable. */
    public static final class Summary {
        private final @Nullable OperationType operation;
        private final @Nullable String operationName;
        private final boolean executed;
        private final Calls calls;
        private final long nanos;

        Summary(
                @Nullable OperationType operation,
                @Nullable String operationName,
                boolean executed,
                Calls calls,
                long nanos) {
            this.operation = operation;
            this.operationName = operationName;
            this.executed = executed;
            this.calls = calls;
            this.nanos = nanos;
        }

        /** The kind of operation, null if none was found. */
        public @Nullable OperationType operation() {
            return operation;
        }

        /** Its name, null if it has none. */
        public @Nullable String operationName() {
            return operationName;
        }

        /** Whether execution began. */
        public boolean executed() {
            return executed;
        }

        /** How often each source was called, in the order of first calls. */
        public Map<String, Integer> calls() {
            return calls.toMap();
        }

        @Override
        public String toString() {
            return operation + " " + operationName + " " + calls.toMap() + " " + duration();
        }

        /** From the request's arrival at the engine to the finished bytes. */
        public Duration duration() {
            return Duration.ofNanos(nanos);
        }
    }
}
