package dev.perigee.graphql;

import dev.perigee.data.PlannedLoad.Feed;
import dev.perigee.data.SourceRun;
import dev.perigee.schema.ListOf;
import dev.perigee.schema.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A join by lists of keys: each key once, wherever it stands, and items back to their objects by the key that they have
 * themselves. A key without an item is null, or an empty list.
 */
final class BatchShare implements Share {
    private final Piece.OfBatch piece;
    private final List<Feed> feeds;
    private final SourceRun run;
    private final Replies replies;
    private final Map<String, Object> keys = new LinkedHashMap<>();
    private final Map<String, List<@Nullable Object>> found = new HashMap<>();
    private final Map<String, RuntimeException> failed = new HashMap<>();
    private final List<List<Wanted>> wanted = new ArrayList<>();
    private final List<KeyPart> parts = new ArrayList<>();

    /** What an object waits for. */
    private record Wanted(
            List<String> keys, boolean isList, @Nullable RuntimeException failure) {}

    BatchShare(Piece.OfBatch piece, List<Feed> feeds, SourceRun run, Replies replies) {
        this.piece = piece;
        this.feeds = feeds;
        this.run = run;
        this.replies = replies;
        for (Feed feed : feeds) {
            List<Wanted> ofFeed = new ArrayList<>(feed.parents().length);
            for (Object parent : feed.parents()) ofFeed.add(wanted(parent));
            wanted.add(ofFeed);
        }
        List<String> all = List.copyOf(keys.keySet());
        int max = piece.batch().max();
        for (int from = 0; from < all.size(); from += max) {
            parts.add(new KeyPart(all.subList(from, Math.min(all.size(), from + max))));
        }
    }

    private Wanted wanted(@Nullable Object parent) {
        Join.Batch batch = piece.batch();
        try {
            List<String> own = new ArrayList<>();
            for (Object key : Keys.of(parent, batch.from())) {
                String text = InputJson.textOf(key);
                keys.computeIfAbsent(text, none -> InputJson.ofProperty(key, itemType(), batch.from()));
                own.add(text);
            }
            return new Wanted(own, batch.many() || piece.isList(), null);
        } catch (RuntimeException e) {
            return new Wanted(List.of(), false, e);
        }
    }

    private Type itemType() {
        return piece.batch().argument().type().nullable() instanceof ListOf list ? list.type() : list();
    }

    private Type list() {
        throw new IllegalStateException(piece.batch().argument() + " is no list");
    }

    @Override
    public Piece piece() {
        return piece;
    }

    @Override
    public List<? extends Part> parts() {
        return parts;
    }

    @Override
    public void complete() {
        for (int i = 0; i < feeds.size(); i++) {
            List<Wanted> ofFeed = wanted.get(i);
            @Nullable Object[] values = new Object[ofFeed.size()];
            Map<Integer, RuntimeException> failures = new HashMap<>();
            for (int parent = 0; parent < values.length; parent++) {
                try {
                    values[parent] = valueOf(ofFeed.get(parent));
                } catch (RuntimeException e) {
                    failures.put(parent, e);
                }
            }
            feeds.get(i).complete(values, failures);
        }
    }

    private @Nullable Object valueOf(Wanted one) {
        if (one.failure() != null) throw one.failure();
        if (one.keys().isEmpty() && !piece.batch().many()) return null;
        List<@Nullable Object> values = new ArrayList<>();
        for (String key : one.keys()) {
            RuntimeException failure = failed.get(key);
            if (failure != null) throw failure;
            values.addAll(found.getOrDefault(key, List.of()));
        }
        if (one.isList()) return values;
        return values.isEmpty() ? null : values.getFirst();
    }

    /** Some of the keys, in one upstream request. */
    private final class KeyPart implements Part {
        private final List<String> asked;

        KeyPart(List<String> asked) {
            this.asked = asked;
        }

        @Override
        public int count() {
            return 1;
        }

        @Override
        public void fill(Map<String, @Nullable Object> variables) {
            for (Slot slot : piece.selection().slots()) slot.fill(run, variables);
            List<@Nullable Object> values = new ArrayList<>(asked.size());
            for (String key : asked) values.add(keys.get(key));
            variables.put(piece.key(), values);
            for (Join.Given given : piece.delegated().arguments()) {
                Filled.of(given, null, piece.field(), run).into(variables, piece.variable(given));
            }
        }

        @Override
        public void reply(@Nullable Map<String, @Nullable Object> data, ErrorTree errors) {
            Object json = errors.value(data, piece.key());
            switch (json) {
                case List<?> items -> sort(items);
                case RuntimeException failure -> fail(failure);
                case null -> {} // the remote has none of them
                default -> fail(UpstreamErrors.malformed());
            }
        }

        /** An item that failed can't be told by its key: it is the outcome of all keys that have none. */
        private void sort(List<?> items) {
            RuntimeException unknown = null;
            for (Object item : items) {
                if (item == null) continue;
                if (item instanceof RuntimeException failure) {
                    unknown = failure;
                    continue;
                }
                String key = keyOf(item);
                if (key == null) unknown = UpstreamErrors.malformed();
                else found.computeIfAbsent(key, none -> new ArrayList<>()).add(object(item));
            }
            if (unknown == null) return;
            for (String key : asked) if (!found.containsKey(key)) failed.put(key, unknown);
        }

        private @Nullable String keyOf(Object item) {
            try {
                Object key = item instanceof Map<?, ?> ? property(item) : null;
                return key == null ? null : InputJson.textOf(key);
            } catch (RuntimeException e) {
                return null;
            }
        }

        private @Nullable Object property(Object item) {
            return object(item) instanceof RemoteObject object
                    ? object.property(piece.batch().key())
                    : null;
        }

        private @Nullable Object object(Object item) {
            return replies.value(item, piece.field().definition().namedType());
        }

        @Override
        public void fail(RuntimeException cause) {
            for (String key : asked) failed.put(key, cause);
        }
    }
}
