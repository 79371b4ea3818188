package dev.perigee.graphql;

import dev.perigee.data.PlannedLoad.Feed;
import dev.perigee.data.SourceRun;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A join that asks for each object under an alias: objects whose arguments are equal share one. */
final class EachShare implements Share {
    private final Piece.OfEach piece;
    private final List<Feed> feeds;
    private final SourceRun run;
    private final Replies replies;
    private final Map<List<Filled>, Asked> asked = new LinkedHashMap<>();
    private final List<List<@Nullable Asked>> wanted = new ArrayList<>();
    private final List<AliasPart> parts = new ArrayList<>();

    /** What one alias asks for, and what came of it. */
    private static final class Asked {
        private final List<Filled> values;
        private @Nullable Object json;

        Asked(List<Filled> values) {
            this.values = values;
        }
    }

    EachShare(Piece.OfEach piece, List<Feed> feeds, SourceRun run, Replies replies) {
        this.piece = piece;
        this.feeds = feeds;
        this.run = run;
        this.replies = replies;
        for (Feed feed : feeds) {
            List<@Nullable Asked> ofFeed = new ArrayList<>(feed.parents().length);
            for (Object parent : feed.parents()) ofFeed.add(asked(feed, parent));
            wanted.add(ofFeed);
        }
        List<Asked> all = List.copyOf(asked.values());
        int max = replies.remote().maxAliases();
        for (int from = 0; from < all.size(); from += max) {
            parts.add(new AliasPart(all.subList(from, Math.min(all.size(), from + max))));
        }
    }

    /** Null for an object that lacks a value which it is asked for by: there is nothing to ask. */
    private @Nullable Asked asked(Feed feed, @Nullable Object parent) {
        List<Filled> values = new ArrayList<>();
        try {
            for (Join.Given given : piece.delegated().arguments()) {
                Filled filled = Filled.of(given, parent, feed.field(), run);
                if (!filled.isGiven() && given.value() instanceof Join.From.Parent) return null;
                values.add(filled);
            }
        } catch (RuntimeException e) {
            Asked failed = new Asked(values);
            failed.json = e;
            return failed;
        }
        return asked.computeIfAbsent(values, Asked::new);
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
            List<@Nullable Asked> ofFeed = wanted.get(i);
            @Nullable Object[] values = new Object[ofFeed.size()];
            Map<Integer, RuntimeException> failures = new HashMap<>();
            for (int parent = 0; parent < values.length; parent++) {
                Asked one = ofFeed.get(parent);
                try {
                    if (one != null)
                        values[parent] = replies.value(
                                one.json, piece.field().definition().type());
                } catch (RuntimeException e) {
                    failures.put(parent, e);
                }
            }
            feeds.get(i).complete(values, failures);
        }
    }

    /** Some of the aliases, in one upstream request. */
    private final class AliasPart implements Part {
        private final List<Asked> some;

        AliasPart(List<Asked> some) {
            this.some = some;
        }

        @Override
        public int count() {
            return some.size();
        }

        @Override
        public void fill(Map<String, @Nullable Object> variables) {
            for (Slot slot : piece.selection().slots()) slot.fill(run, variables);
            List<Join.Given> arguments = piece.delegated().arguments();
            for (int i = 0; i < some.size(); i++) {
                for (int j = 0; j < arguments.size(); j++) {
                    String variable = Piece.OfEach.variable(piece.key(i), arguments.get(j));
                    some.get(i).values.get(j).into(variables, variable);
                }
            }
        }

        @Override
        public void reply(@Nullable Map<String, @Nullable Object> data, ErrorTree errors) {
            for (int i = 0; i < some.size(); i++) some.get(i).json = errors.value(data, piece.key(i));
        }

        @Override
        public void fail(RuntimeException cause) {
            for (Asked one : some) one.json = cause;
        }
    }
}
