package dev.perigee.examples.blog.comments;

import dev.perigee.data.Fields;
import dev.perigee.data.Resolver;
import dev.perigee.examples.blog.posts.Post;

/** What comments add to a Post. */
final class CommentsOnPost implements Resolver<Post> {
    @Override
    public void map(Fields<Post> post) {
        post.load("comments", LatestCommentsByPost.class, (p, arguments) -> Latest.of(p.id(), arguments));
    }
}
