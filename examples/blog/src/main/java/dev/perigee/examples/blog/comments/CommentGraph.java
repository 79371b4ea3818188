package dev.perigee.examples.blog.comments;

import dev.perigee.data.GraphModule;
import dev.perigee.data.Wiring;
import dev.perigee.examples.blog.posts.Post;
import dev.perigee.examples.blog.posts.PostStore;
import dev.perigee.examples.blog.users.UserDirectory;
import dev.perigee.examples.blog.users.v1.User;
import dev.perigee.sql.SqlSource;

/** What stands behind {@code schema/comments.graphqls}. */
public final class CommentGraph implements GraphModule {
    private final CommentClient comments;
    private final PostStore posts;
    private final SqlSource.Builder source;
    private final UserDirectory users;
    private final CommentFeed feed = new CommentFeed();

    public CommentGraph(CommentClient comments, PostStore posts, SqlSource.Builder source, UserDirectory users) {
        this.comments = comments;
        this.posts = posts;
        this.source = source;
        this.users = users;
    }

    @Override
    public void wire(Wiring.Builder graph) {
        source.needs("Post.comments", "id").from("Comment.post", "postId", "id");
        graph.loader(new CommentById(comments))
                .loader(new LatestCommentsByPost(comments))
                .loader(new LatestCommentsByAuthor(comments))
                .queryLoad("comment", CommentById.class, arguments -> arguments.numericId("id"))
                .mutation("addComment", new AddComment(comments, posts, users, feed))
                .subscription("commentAdded", feed)
                .type("Post", Post.class, new CommentsOnPost())
                .type("User", User.class, new CommentsOfUser());
    }

    /** Ends the subscriptions. */
    @Override
    public void close() {
        feed.close();
    }
}
