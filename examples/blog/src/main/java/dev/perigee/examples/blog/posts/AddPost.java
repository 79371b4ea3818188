package dev.perigee.examples.blog.posts;

import dev.perigee.data.Arguments;
import dev.perigee.data.ClientException;
import dev.perigee.data.Context;
import dev.perigee.data.Root;
import dev.perigee.examples.blog.users.UserDirectory;
import java.time.Instant;

/** The mutation {@code addPost}: its answer is a {@link Post} as any other, so a client may ask for whatever it leads to. */
final class AddPost implements Root<Post> {
    private final PostStore posts;
    private final UserDirectory users;

    AddPost(PostStore posts, UserDirectory users) {
        this.posts = posts;
        this.users = users;
    }

    @Override
    public Post resolve(Arguments arguments, Context context) throws Exception {
        var post = arguments.input("input", NewPost.class);
        if (!users.has(post.authorId(), context)) {
            throw new ClientException("AUTHOR_NOT_FOUND", "There is no user " + post.authorId() + ".");
        }
        return posts.add(post, Instant.now().getEpochSecond());
    }

    @Override
    public String source() {
        return "sql";
    }
}
