package dev.perigee.examples.blog.posts;

import dev.perigee.data.Arguments;
import dev.perigee.data.ClientException;
import dev.perigee.data.Context;
import dev.perigee.data.Root;
import dev.perigee.examples.blog.users.UserById;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Set;

/** The mutation {@code addPost}: its answer is a {@link Post} as any other, so a client may ask for whatever it leads to. */
final class AddPost implements Root<Post> {
    private final PostStore posts;
    private final UserById users;

    AddPost(PostStore posts, UserById users) {
        this.posts = posts;
        this.users = users;
    }

    @Override
    public Post resolve(Arguments arguments, Context context) throws SQLException {
        var post = arguments.input("input", NewPost.class);
        if (users.load(Set.of(post.authorId()), context).isEmpty()) {
            throw new ClientException("AUTHOR_NOT_FOUND", "There is no user " + post.authorId() + ".");
        }
        return posts.add(post, Instant.now().getEpochSecond());
    }

    @Override
    public String source() {
        return "sql";
    }
}
