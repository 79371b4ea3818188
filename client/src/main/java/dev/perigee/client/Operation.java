package dev.perigee.client;

import java.io.UncheckedIOException;
import java.nio.file.Path;
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
    private final Reading<T> reader;

    /** How data is read: what a client knows of records goes along. */
    @FunctionalInterface
    private interface Reading<T> {
        T read(Data data, RecordMapper records);
    }

    private Operation(
            String document,
            @Nullable String name,
            Map<String, @Nullable Object> variables,
            Map<String, String> headers,
            @Nullable Duration timeout,
            Reading<T> reader) {
        this.document = document;
        this.name = name;
        this.variables = variables;
        this.headers = headers;
        this.timeout = timeout;
        this.reader = reader;
    }

    /** Of a document's text; its data are maps and lists until {@link #as} says otherwise. */
    public static Operation<Map<String, @Nullable Object>> of(String document) {
        return new Operation<>(document, null, Map.of(), Map.of(), null, (data, records) -> data.asMap());
    }

    /**
     * Of a file, and of more files with fragments that it uses. Lines in errors count on from file to file.
     *
     * @throws UncheckedIOException if one of them can't be read
     */
    public static Operation<Map<String, @Nullable Object>> file(Path file, Path... fragments) {
        StringBuilder document = new StringBuilder(DocumentFiles.read(file));
        for (Path more : fragments) document.append('\n').append(DocumentFiles.read(more));
        return of(document.toString());
    }

    /**
     * Of a resource, and of more with fragments that it uses, by names as {@link Class#getResource} has them.
     *
     * @throws IllegalArgumentException if there is no such resource
     */
    public static Operation<Map<String, @Nullable Object>> resource(Class<?> near, String name, String... fragments) {
        StringBuilder document = new StringBuilder(DocumentFiles.read(near, name));
        for (String more : fragments) document.append('\n').append(DocumentFiles.read(near, more));
        return of(document.toString());
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
        return new Operation<>(document, name, variables, headers, timeout, (data, records) -> reader.apply(data));
    }

    /**
     * Its data read as a record, whose components have the response names, and whose own records those of the objects
     * below. Everything that is selected needs a component, and the other way round. Nothing is turned into what it is not,
     * but texts into a UUID, an enum, a value of java.time, or what the client has a scalar for. Jackson does the work, and
     * its annotations hold.
     */
    public <R> Operation<R> as(Class<R> type) {
        return new Operation<>(
                document, name, variables, headers, timeout, (data, records) -> records.read(data.asMap(), "", type));
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

    /** @throws UnreadableException if the data are not what is expected */
    T read(Data data, RecordMapper records) {
        return reader.read(data, records);
    }
}
