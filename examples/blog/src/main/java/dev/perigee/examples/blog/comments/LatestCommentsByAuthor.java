package dev.perigee.examples.blog.comments;

import dev.perigee.data.AsyncLoader;
import dev.perigee.data.Context;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** The newest comments of each author, one HTTP request a batch. */
final class LatestCommentsByAuthor implements AsyncLoader<Latest, List<Comment>> {
    private final CommentClient comments;

    LatestCommentsByAuthor(CommentClient comments) {
        this.comments = comments;
    }

    @Override
    public CompletionStage<Map<Latest, List<Comment>>> start(Set<Latest> keys, Context context) {
        var query = "author=" + CommentClient.commaSeparated(Latest.owners(keys)) + "&last=" + Latest.most(keys);
        return comments.get(query, context).thenApply(found -> Latest.share(keys, found, Comment::authorId));
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
