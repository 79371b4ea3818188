package dev.perigee.examples.blog;

import dev.perigee.data.GraphModule;
import dev.perigee.data.Wiring;
import dev.perigee.examples.blog.comments.CommentClient;
import dev.perigee.examples.blog.comments.CommentGraph;
import dev.perigee.examples.blog.comments.CommentServer;
import dev.perigee.examples.blog.posts.PostDatabase;
import dev.perigee.examples.blog.posts.PostGraph;
import dev.perigee.examples.blog.posts.PostStore;
import dev.perigee.examples.blog.users.UserGraph;
import dev.perigee.examples.blog.users.UserServer;
import dev.perigee.sql.SqlSource;
import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts the three backends and composes the graph from the parts that each of them serves. */
public final class BlogModule implements GraphModule {
    private static final Logger LOG = LoggerFactory.getLogger(BlogModule.class);

    private final PostDatabase database;
    private final UserServer userServer;
    private final CommentServer commentServer;
    private final Deque<AutoCloseable> running = new ArrayDeque<>();

    /** What {@code perigee serve} finds by {@code META-INF/services}. */
    public BlogModule() {
        this(new PostDatabase(PostDatabase.inMemory()), new UserServer(), new CommentServer());
    }

    BlogModule(PostDatabase database, UserServer userServer, CommentServer commentServer) {
        this.database = database;
        this.userServer = userServer;
        this.commentServer = commentServer;
    }

    @Override
    public void wire(Wiring.Builder graph) throws Exception {
        PostStore posts = running(database).start();
        SqlSource.Builder source = posts.graph();
        int userPort = running(userServer).start();
        var users = running(new UserGraph(userPort));
        var comments = running(new CommentClient(running(commentServer).start()));
        LOG.info("Posts in an SQL database, users at grpc://localhost:{}, comments at {}", userPort, comments);
        graph.module(users)
                .module(new PostGraph(posts, source, users.directory()))
                .module(running(new CommentGraph(comments, posts, source, users.directory())))
                .source(source.build()); // now that each module has said what it adds to posts
    }

    private <T extends AutoCloseable> T running(T backend) {
        running.push(backend);
        return backend;
    }

    /** Stops what runs, the last one first. */
    @Override
    public void close() throws Exception {
        while (!running.isEmpty()) running.pop().close();
    }
}
