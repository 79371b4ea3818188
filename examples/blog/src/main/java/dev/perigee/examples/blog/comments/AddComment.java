package dev.perigee.examples.blog.comments;

import dev.perigee.data.Arguments;
import dev.perigee.data.ClientException;
import dev.perigee.data.Context;
import dev.perigee.data.Root;
import dev.perigee.examples.blog.posts.PostStore;
import dev.perigee.examples.blog.users.UserDirectory;

/** The mutation {@code addComment}. Who and what it names must exist in the other two services. */
final class AddComment implements Root<Comment> {
    private final CommentClient comments;
    private final PostStore posts;
    private final UserDirectory users;
    private final CommentFeed feed;

    AddComment(CommentClient comments, PostStore posts, UserDirectory users, CommentFeed feed) {
        this.comments = comments;
        this.posts = posts;
        this.users = users;
        this.feed = feed;
    }

    @Override
    public Comment resolve(Arguments arguments, Context context) throws Exception {
        var comment = arguments.input("input", NewComment.class);
        if (!users.has(comment.authorId(), context)) {
            throw new ClientException("AUTHOR_NOT_FOUND", "There is no user " + comment.authorId() + ".");
        }
        if (!posts.has(comment.postId(), context)) {
            throw new ClientException("POST_NOT_FOUND", "There is no post " + comment.postId() + ".");
        }
        Comment added = comments.add(comment, context);
        feed.publish(added);
        return added;
    }

    @Override
    public String source() {
        return "http";
    }
}
