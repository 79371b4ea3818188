package dev.perigee.examples.blog.posts;

import dev.perigee.data.Fields;
import dev.perigee.data.Resolver;
import dev.perigee.examples.blog.users.UserById;

/** What a Post has beyond the components of the record: the author is in another service. */
final class PostResolver implements Resolver<Post> {
    @Override
    public void map(Fields<Post> post) {
        post.load("author", UserById.class, Post::authorId);
    }
}
