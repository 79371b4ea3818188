package dev.perigee.client;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An operation to send, and how its data is read. Immutable: what looks like a setter gives another one.
 *
 * <pre>{@code
 * Operation<Todos> todos = Operation.of("query Todos($first: Int!) { todos(first: $first) { title } }")
 *         .variable("first", 10)
 *         .as(Todos.class);
 * }</pre>
 *
 * @param <T> what its data is read as; null never
 */
public final class Operation<T> {
    private final String document;
    private final @Nullable String name;
    private final Map<String, @Nullable Object> variables;
    private final Map<String, String> headers;
    private final @Nullable Duration timeout;
    private final Function<Data, T> reader;

    private Operation(
            String document,
            @Nullable String name,
            Map<String, @Nullable Object> variables,
            Map<String, String> headers,
            @Nullable Duration timeout,
            Function<Data, T> reader) {
        this.document = document;
        this.name = name;
        this.variables = variables;
        this.headers = headers;
        this.timeout = timeout;
        this.reader = reader;
    }

    /** Of a document's text; its data are maps and lists until {@link #as} says otherwise. */
    public static Operation<Map<String, @Nullable Object>> of(String document) {
        return new Operation<>(document, null, Map.of(), Map.of(), null, Data::asMap);
    }

    /** Which operation of the document; needed where there are several. */
    public Operation<T> named(String name) {
        return new Operation<>(document, name, variables, headers, timeout, reader);
    }

    /** A variable in addition: what JSON can say, or what the client has a scalar for. */
    public Operation<T> variable(String name, @Nullable Object value) {
        Map<String, @Nullable Object> more = new LinkedHashMap<>(variables);
        more.put(name, value);
        return new Operation<>(document, this.name, Collections.unmodifiableMap(more), headers, timeout, reader);
    }

    /** All variables. */
    public Operation<T> variables(Map<String, ? extends @Nullable Object> variables) {
        return new Operation<>(
                document,
                name,
                Collections.unmodifiableMap(new LinkedHashMap<String, @Nullable Object>(variables)),
                headers,
                timeout,
                reader);
    }

    /** A header for this operation alone. */
    public Operation<T> header(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Operation<>(document, this.name, variables, Collections.unmodifiableMap(more), timeout, reader);
    }

    /** How long it may take at most, instead of the client's own. */
    public Operation<T> timeout(Duration timeout) {
        return new Operation<>(document, name, variables, headers, timeout, reader);
    }

    /** Its data read by a function. */
    public <R> Operation<R> as(Function<Data, R> reader) {
        return new Operation<>(document, name, variables, headers, timeout, reader);
    }

    public String document() {
        return document;
    }

    /** Null where the document has but one. */
    public @Nullable String name() {
        return name;
    }

    public Map<String, @Nullable Object> variables() {
        return variables;
    }

    public Map<String, String> headers() {
        return headers;
    }

    /** Null for the client's own. */
    public @Nullable Duration timeout() {
        return timeout;
    }

    T read(Data data) {
        return reader.apply(data);
    }
}
