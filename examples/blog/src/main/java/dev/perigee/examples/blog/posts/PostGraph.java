package dev.perigee.examples.blog.posts;

import dev.perigee.data.GraphModule;
import dev.perigee.data.Wiring;
import dev.perigee.examples.blog.paging.Latest;
import dev.perigee.examples.blog.users.UserById;
import dev.perigee.examples.blog.users.v1.User;

/** What stands behind {@code schema/posts.graphqls}. */
public final class PostGraph implements GraphModule {
    private final PostDatabase database;
    private final PostById posts;
    private final UserById users;

    public PostGraph(PostDatabase database, PostById posts, UserById users) {
        this.database = database;
        this.posts = posts;
        this.users = users;
    }

    @Override
    public void wire(Wiring.Builder graph) {
        graph.loader(posts)
                .loader(new LatestPosts(database))
                .loader(new LatestPostsByAuthor(database))
                .queryLoad("post", PostById.class, arguments -> arguments.numericId("id"))
                .queryLoad("posts", LatestPosts.class, Latest::last)
                .mutation("addPost", new AddPost(database, users))
                .type("Post", Post.class, new PostResolver())
                .type("User", User.class, new PostsOfUser());
    }
}
