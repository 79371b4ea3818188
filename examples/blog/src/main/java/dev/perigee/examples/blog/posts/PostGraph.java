package dev.perigee.examples.blog.posts;

import dev.perigee.data.GraphModule;
import dev.perigee.data.Wiring;
import dev.perigee.examples.blog.users.UserDirectory;
import dev.perigee.sql.SqlSource;

/** What stands behind {@code schema/posts.graphqls}, as far as it is neither a field of the table nor declared there. */
public final class PostGraph implements GraphModule {
    private final PostStore posts;
    private final SqlSource.Builder source;
    private final UserDirectory users;

    public PostGraph(PostStore posts, SqlSource.Builder source, UserDirectory users) {
        this.posts = posts;
        this.source = source;
        this.users = users;
    }

    @Override
    public void wire(Wiring.Builder graph) {
        source.from("User.posts", "id", "authorId");
        graph.mutation("addPost", new AddPost(posts, users));
    }
}
