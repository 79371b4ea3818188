package dev.perigee.examples.blog.comments;

import dev.perigee.data.Fields;
import dev.perigee.data.Resolver;
import dev.perigee.examples.blog.users.UserById;

/** What a Comment has beyond the components of the record: its author is in another service. */
final class CommentResolver implements Resolver<Comment> {
    @Override
    public void map(Fields<Comment> comment) {
        comment.load("author", UserById.class, Comment::authorId);
    }
}
