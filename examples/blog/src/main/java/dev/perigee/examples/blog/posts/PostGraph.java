package dev.perigee.examples.blog.posts;

import dev.perigee.data.GraphModule;
import dev.perigee.data.Wiring;
import dev.perigee.examples.blog.users.UserById;
import dev.perigee.examples.blog.users.v1.User;
import dev.perigee.sql.SqlSource;

/** What stands behind {@code schema/posts.graphqls}, as far as its fields are not those of the table. */
public final class PostGraph implements GraphModule {
    private final PostStore posts;
    private final SqlSource.Builder source;
    private final UserById users;

    public PostGraph(PostStore posts, SqlSource.Builder source, UserById users) {
        this.posts = posts;
        this.source = source;
        this.users = users;
    }

    @Override
    public void wire(Wiring.Builder graph) {
        source.needs("Post.author", "authorId").from("User.posts", User.class, User::getId, "authorId");
        graph.mutation("addPost", new AddPost(posts, users)).type("Post", Post.class, new PostResolver());
    }
}
