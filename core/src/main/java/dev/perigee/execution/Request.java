package dev.perigee.execution;

import dev.perigee.data.Headers;
import dev.perigee.language.OperationType;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One request: a document, which of its operations to run, and with what. Immutable.
 *
 * @see <a href="https://spec.graphql.org/September2025/#request">request</a>
 */
public final class Request {
    private static final Set<OperationType> ALL = Collections.unmodifiableSet(EnumSet.allOf(OperationType.class));

    private final String document;
    private final @Nullable String operationName;
    private final Map<String, @Nullable Object> variables;
    private final @Nullable Object rootValue;
    private final Headers headers;
    private final Map<Class<?>, Object> values;
    private final @Nullable Duration timeout;
    private final Set<OperationType> allowed;
    private final boolean isExplained;

    private Request(Builder builder) {
        this.document = builder.document;
        this.operationName = builder.operationName;
        this.variables = builder.variables;
        this.rootValue = builder.rootValue;
        this.headers = builder.headers;
        this.values = builder.values;
        this.timeout = builder.timeout;
        this.allowed = builder.allowed;
        this.isExplained = builder.isExplained;
    }

    /** A request that is nothing but a document. */
    public static Request of(String document) {
        return builder(document).build();
    }

    public static Builder builder(String document) {
        return new Builder(document);
    }

    public String document() {
        return document;
    }

    /** Which operation of the document to run, null where it has only one. */
    public @Nullable String operationName() {
        return operationName;
    }

    /** The raw values of variables, not coerced yet. */
    public Map<String, @Nullable Object> variables() {
        return variables;
    }

    /** What the parent of root fields is, null where nothing was given. */
    public @Nullable Object rootValue() {
        return rootValue;
    }

    public Headers headers() {
        return headers;
    }

    /** The request's own values by type, for {@link dev.perigee.data.Context#value}. */
    public Map<Class<?>, Object> values() {
        return values;
    }

    /** How long it may take, null for the engine's own limit. */
    public @Nullable Duration timeout() {
        return timeout;
    }

    /** The kinds of operation that it may run, such as queries only for {@code GET}. */
    public Set<OperationType> allowed() {
        return allowed;
    }

    /** Whether the response tells, in {@code extensions.explanation}, what sources were asked for. */
    public boolean isExplained() {
        return isExplained;
    }

    /** Collects a {@link Request}. For one thread, and one request. */
    public static final class Builder {
        private final String document;
        private @Nullable String operationName;
        private Map<String, @Nullable Object> variables = Map.of();
        private @Nullable Object rootValue;
        private Headers headers = Headers.NONE;
        private Map<Class<?>, Object> values = Map.of();
        private @Nullable Duration timeout;
        private Set<OperationType> allowed = ALL;
        private boolean isExplained;

        private Builder(String document) {
            this.document = document;
        }

        public Builder operationName(@Nullable String name) {
            this.operationName = name;
            return this;
        }

        /** Copies the variables: what JSON can say, as String, Boolean, Number, List, Map. */
        public Builder variables(Map<String, ? extends @Nullable Object> variables) {
            this.variables = Collections.unmodifiableMap(new LinkedHashMap<String, @Nullable Object>(variables));
            return this;
        }

        public Builder rootValue(@Nullable Object rootValue) {
            this.rootValue = rootValue;
            return this;
        }

        public Builder headers(Headers headers) {
            this.headers = headers;
            return this;
        }

        /** A value of the request, found by its type. */
        public <T> Builder value(Class<T> type, T value) {
            Map<Class<?>, Object> more = new HashMap<>(values);
            more.put(type, value);
            this.values = Collections.unmodifiableMap(more);
            return this;
        }

        public Builder timeout(Duration timeout) {
            this.timeout = timeout;
            return this;
        }

        public Builder allow(Set<OperationType> allowed) {
            this.allowed = Set.copyOf(allowed);
            return this;
        }

        /**
         * Lets the response tell, in {@code extensions.explanation}, what sources were asked for, with statements, rows and
         * milliseconds of each batch. For those who may know what is behind a graph.
         */
        public Builder explain(boolean isExplained) {
            this.isExplained = isExplained;
            return this;
        }

        public Request build() {
            return new Request(this);
        }
    }
}
