package dev.perigee.cli.serve;

import dev.perigee.execution.Engine;
import dev.perigee.server.GraphServer;
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

    private Serving(Graph graph, GraphServer server) {
        this.graph = graph;
        this.server = server;
    }

    /**
     * Serves the graph of a folder.
     *
     * @param directory null for the database that the overrides name, alone
     * @throws ServeException if something of it is wrong, or the port is in use
     * @throws IOException if a file can't be read
     */
    public static Serving start(@Nullable Path directory, Overrides overrides) throws ServeException, IOException {
        withoutOpenSsl();
        Graph graph = Graph.load(directory, overrides);
        try {
            return new Serving(graph, server(graph.settings(), graph.engine()));
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

    private static GraphServer server(Settings settings, Engine engine) throws ServeException, IOException {
        try {
            return GraphServer.builder(engine)
                    .host(settings.host())
                    .port(settings.port())
                    .maxRequestBytes(settings.maxRequestBytes())
                    .graphiql(settings.hasGraphiql())
                    .explanations(settings.explains())
                    .cors(settings.cors())
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

    /** Lets requests end, then closes the modules. */
    @Override
    public void close() {
        server.close();
        graph.close();
    }
}
