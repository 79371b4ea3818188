package dev.perigee.cli.serve;

import dev.perigee.server.GraphServer;
import dev.perigee.server.LiveGraph;
import dev.perigee.server.auth.TokenEndpoint;
import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A graph of a folder that is being served, from {@link #start} to {@link #close}. */
public final class Serving implements AutoCloseable {
    private final Graph graph;
    private final GraphServer server;
    private final @Nullable Reloading reloading;

    private Serving(Graph graph, GraphServer server, @Nullable Reloading reloading) {
        this.graph = graph;
        this.server = server;
        this.reloading = reloading;
    }

    /**
     * Serves the graph of a folder.
     *
     * @param directory null for the sources that the overrides name, alone
     * @throws MissingSettingsException if there is no such folder, or no settings in it
     * @throws ServeException if something of it is wrong, or the port is in use
     * @throws IOException if a file can't be read
     */
    public static Serving start(@Nullable Path directory, Overrides overrides) throws ServeException, IOException {
        withoutOpenSsl();
        Graph graph = Graph.load(directory, overrides);
        try {
            LiveGraph live = new LiveGraph(graph.engine(), graph.rpc());
            GraphServer server = server(graph.settings(), live);
            Reloading reloading = Reloading.of(graph, live);
            if (reloading != null) reloading.start();
            return new Serving(graph, server, reloading);
        } catch (ServeException | IOException | RuntimeException e) {
            graph.close();
            throw e;
        }
    }

    /** Without TLS here, the library for it need not be loaded: a fifth of the time to start. */
    private static void withoutOpenSsl() {
        String name = "com.linecorp.armeria.tlsEngineType";
        if (System.getProperty(name) == null) System.setProperty(name, "jdk");
    }

    private static GraphServer server(Settings settings, LiveGraph live) throws ServeException, IOException {
        AuthSettings auth = settings.auth();
        TokenEndpoint tokens = auth == null ? null : auth.tokenEndpoint();
        try {
            return GraphServer.builder(live)
                    .host(settings.host())
                    .port(settings.port())
                    .maxRequestBytes(settings.maxRequestBytes())
                    .graphiql(settings.hasGraphiql())
                    .explanations(settings.explains())
                    .cors(settings.cors())
                    .tokenEndpoint(tokens)
                    .authentication(auth == null ? null : auth.authentication(tokens))
                    .streams(settings.transports().streams())
                    .maxBatch(settings.transports().maxBatch())
                    .documents(settings.transports().documents())
                    .cacheControl(settings.transports().cacheControl())
                    .gracePeriod(settings.gracePeriod())
                    .start();
        } catch (BindException e) {
            throw new ServeException(List.of(
                    e.getMessage() + " Choose with --host and --port, or in " + SettingsReader.FILE_NAME + "."));
        }
    }

    /** Where it is reached from this machine. */
    public URI uri() {
        return server.uri();
    }

    public Mode mode() {
        return graph.settings().mode();
    }

    public boolean hasGraphiql() {
        return graph.settings().hasGraphiql();
    }

    /** Whether methods can be called without a GraphQL document. */
    public boolean hasRpc() {
        return graph.rpc() != null;
    }

    /** Whether clients get tokens here. */
    public boolean hasTokens() {
        AuthSettings auth = graph.settings().auth();
        return auth != null && auth.tokens() != null;
    }

    /** Lets requests end, then closes the modules. */
    @Override
    public void close() {
        if (reloading != null) reloading.close();
        server.close();
        graph.close();
    }
}
