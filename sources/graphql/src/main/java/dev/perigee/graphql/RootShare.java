package dev.perigee.graphql;

import dev.perigee.data.PlannedLoad.Feed;
import dev.perigee.data.SourceRun;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A root field: one value for all objects that have the field, which mostly is the root alone. */
final class RootShare implements Share, Part {
    private final Piece.OfRoot piece;
    private final Feed feed;
    private final SourceRun run;
    private final Replies replies;

    RootShare(Piece.OfRoot piece, Feed feed, SourceRun run, Replies replies) {
        this.piece = piece;
        this.feed = feed;
        this.run = run;
        this.replies = replies;
    }

    @Override
    public Piece piece() {
        return piece;
    }

    @Override
    public List<Part> parts() {
        return List.of(this);
    }

    @Override
    public int count() {
        return 1;
    }

    @Override
    public void fill(Map<String, @Nullable Object> variables) {
        for (Slot slot : piece.selection().slots()) slot.fill(run, variables);
    }

    @Override
    public void reply(@Nullable Map<String, @Nullable Object> data, ErrorTree errors) {
        try {
            Object json = errors.value(data, piece.key());
            @Nullable Object[] values = new Object[feed.parents().length];
            Arrays.fill(values, replies.value(json, feed.field().definition().type()));
            feed.complete(values);
        } catch (RuntimeException e) {
            feed.fail(e);
        }
    }

    @Override
    public void fail(RuntimeException cause) {
        feed.fail(cause);
    }

    @Override
    public void complete() {} // has been when the reply came
}
