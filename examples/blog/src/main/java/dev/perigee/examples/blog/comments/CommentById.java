package dev.perigee.examples.blog.comments;

import static dev.perigee.examples.blog.comments.CommentClient.commaSeparated;
import static java.util.stream.Collectors.toMap;

import dev.perigee.data.AsyncLoader;
import dev.perigee.data.Context;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** Comments by id, one HTTP request a batch. */
final class CommentById implements AsyncLoader<Long, Comment> {
    private final CommentClient comments;

    CommentById(CommentClient comments) {
        this.comments = comments;
    }

    @Override
    public CompletionStage<Map<Long, Comment>> start(Set<Long> ids, Context context) {
        return comments.get("id=" + commaSeparated(ids), context)
                .thenApply(found -> found.stream().collect(toMap(Comment::id, comment -> comment)));
    }

    @Override
    public int maxBatchSize() {
        return CommentClient.MAX_IDS;
    }

    @Override
    public String source() {
        return "http";
    }
}
