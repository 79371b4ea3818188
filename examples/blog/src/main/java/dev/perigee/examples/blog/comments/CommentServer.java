package dev.perigee.examples.blog.comments;

import static java.net.InetAddress.getLoopbackAddress;
import static java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor;

import com.sun.net.httpserver.Filter;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;

/** Serves comments as JSON by HTTP, on a free port of this machine: the JDK's own server, a virtual thread a request. */
public final class CommentServer implements AutoCloseable {
    private final ExecutorService threads = newVirtualThreadPerTaskExecutor();
    private final List<Filter> filters;
    private @Nullable HttpServer server;

    public CommentServer(Filter... filters) {
        this.filters = List.of(filters);
    }

    /** @return where the service is, such as {@code http://localhost:8081/comments} */
    public URI start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        var comments = server.createContext("/comments", new CommentHandler(new CommentStore(SampleComments.all())));
        comments.getFilters().addAll(filters);
        server.start();
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/comments");
    }

    @Override
    public void close() {
        if (server != null) server.stop(0);
        threads.shutdownNow();
    }
}
