package dev.perigee.examples.blog.comments;

import dev.perigee.data.Arguments;
import dev.perigee.data.Context;
import dev.perigee.data.StreamRoot;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;

/** The subscription {@code commentAdded}: each subscriber hears of every comment, or of those on one post. */
final class CommentFeed implements StreamRoot<Comment>, AutoCloseable {
    /** A subscriber that is this many comments behind misses the next ones: nobody waits for it. */
    private static final int MAX_WAITING = 256;

    private final SubmissionPublisher<Comment> added =
            new SubmissionPublisher<>(Executors.newVirtualThreadPerTaskExecutor(), MAX_WAITING);

    void publish(Comment comment) {
        added.offer(comment, null);
    }

    @Override
    public Flow.Publisher<Comment> subscribe(Arguments arguments, Context context) {
        if (arguments.get("postId") == null) return added;
        long postId = arguments.numericId("postId");
        return subscriber -> added.subscribe(new Filtered<>(subscriber, comment -> comment.postId() == postId));
    }

    /** Ends all subscriptions. */
    @Override
    public void close() {
        added.close();
    }
}
