package dev.perigee.service;

import dev.perigee.sql.statement.Page;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where fields of messages differ from components of records. Without it, a field is filled from the component of its
 * name, whatever the case and the underscores: {@code user_name} from {@code userName}. Fields are named by the message's
 * own name and theirs in the proto file: {@code Account.user_name}. Immutable.
 */
public final class MessageMapping {
    /** Everything by its name. */
    public static final MessageMapping BY_NAME = builder().build();

    private final Map<String, String> renamed;
    private final Set<String> ignored;
    private final Map<String, Computed> computed;
    private final Map<String, Integer> limits;

    private MessageMapping(Builder builder) {
        this.renamed = Map.copyOf(builder.renamed);
        this.ignored = Set.copyOf(builder.ignored);
        this.computed = Map.copyOf(builder.computed);
        this.limits = Map.copyOf(builder.limits);
    }

    /**
     * A field that Java code fills.
     *
     * @param function of a record of {@code recordClass} with the columns that it needs
     * @param needs the components that it reads
     */
    record Computed(
            Class<? extends Record> recordClass,
            Function<Object, ? extends @Nullable Object> function,
            List<String> needs) {}

    public static Builder builder() {
        return new Builder();
    }

    @Nullable String component(String coordinate) {
        return renamed.get(coordinate);
    }

    boolean isIgnored(String coordinate) {
        return ignored.contains(coordinate);
    }

    @Nullable Computed computed(String coordinate) {
        return computed.get(coordinate);
    }

    int limit(String coordinate) {
        return limits.getOrDefault(coordinate, Page.NO_LIMIT);
    }

    /** All fields that something is said of. */
    Set<String> coordinates() {
        Set<String> all = new HashSet<>(renamed.keySet());
        all.addAll(ignored);
        all.addAll(computed.keySet());
        all.addAll(limits.keySet());
        return Collections.unmodifiableSet(all);
    }

    /** Collects a {@link MessageMapping}. For one thread. */
    public static final class Builder {
        private final Map<String, String> renamed = new HashMap<>();
        private final Set<String> ignored = new HashSet<>();
        private final Map<String, Computed> computed = new HashMap<>();
        private final Map<String, Integer> limits = new HashMap<>();

        private Builder() {}

        /** A field is filled from the component of another name. */
        public Builder rename(String field, String component) {
            renamed.put(field, component);
            return this;
        }

        /** Fields that are never filled here: the service fills them, or nobody does. */
        public Builder ignore(String... fields) {
            ignored.addAll(List.of(fields));
            return this;
        }

        /**
         * A field that is computed from a record; null leaves it out.
         *
         * @param needs the components that the function reads, which are columns
         */
        public <R extends Record> Builder computed(
                String field, Class<R> recordClass, Function<R, ? extends @Nullable Object> function, String... needs) {
            Function<Object, @Nullable Object> untyped = one -> function.apply(recordClass.cast(one));
            computed.put(field, new Computed(recordClass, untyped, List.of(needs)));
            return this;
        }

        /** A list of messages has so many at most, the first by primary key, whatever is asked for. @param most at least 1 */
        public Builder limit(String field, int most) {
            if (most < 1) throw new IllegalArgumentException("most: " + most + " (at least 1)");
            limits.put(field, most);
            return this;
        }

        public MessageMapping build() {
            return new MessageMapping(this);
        }
    }
}
