package dev.perigee.examples.blog.comments;

import dev.perigee.data.Fields;
import dev.perigee.data.Resolver;
import dev.perigee.examples.blog.users.v1.User;

/** What comments add to a User. */
final class CommentsOfUser implements Resolver<User> {
    @Override
    public void map(Fields<User> user) {
        user.load(
                "comments", LatestCommentsByAuthor.class, (author, arguments) -> Latest.of(author.getId(), arguments));
    }
}
