package dev.perigee.examples.blog.posts;

import dev.perigee.data.Fields;
import dev.perigee.data.Resolver;
import dev.perigee.examples.blog.paging.Latest;
import dev.perigee.examples.blog.users.v1.User;

/** What posts add to a User: the user service knows nothing of them. */
final class PostsOfUser implements Resolver<User> {
    @Override
    public void map(Fields<User> user) {
        user.load("posts", LatestPostsByAuthor.class, (author, arguments) -> Latest.of(author.getId(), arguments));
    }
}
