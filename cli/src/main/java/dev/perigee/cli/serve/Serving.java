package dev.perigee.cli.serve;

import dev.perigee.data.Wiring;
import dev.perigee.execution.Engine;
import dev.perigee.execution.WiringException;
import dev.perigee.language.Source;
import dev.perigee.schema.Schema;
import dev.perigee.schema.SchemaException;
import dev.perigee.schema.SchemaProblem;
import dev.perigee.server.GraphServer;
import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A graph of a folder that is being served, from {@link #start} to {@link #close}. */
public final class Serving implements AutoCloseable {
    private final Settings settings;
    private final GraphCode code;
    private final GraphServer server;

    private Serving(Settings settings, GraphCode code, GraphServer server) {
        this.settings = settings;
        this.code = code;
        this.server = server;
    }

    /**
     * Serves the graph of a folder.
     *
     * @throws ServeException if something of it is wrong, or the port is in use
     * @throws IOException if a file can't be read
     */
    public static Serving start(Path directory, Overrides overrides) throws ServeException, IOException {
        Settings settings = SettingsReader.read(directory, overrides);
        Schema schema = schema(settings.schema());
        GraphCode code = GraphCode.of(settings.code());
        Thread.currentThread().setContextClassLoader(code.loader()); // inherited by all threads that start from here on
        try {
            return new Serving(settings, code, server(settings, engine(settings, schema, code.wire())));
        } catch (ServeException | IOException | RuntimeException e) {
            code.close();
            throw e;
        }
    }

    private static Schema schema(List<Path> files) throws ServeException, IOException {
        List<Source> sources = new ArrayList<>();
        for (Path file : files) sources.add(Source.of(file.toString(), Files.readAllBytes(file)));
        try {
            return Schema.read(sources);
        } catch (SchemaException e) {
            throw new ServeException(
                    e.problems().stream().map(SchemaProblem::toString).toList());
        }
    }

    private static Engine engine(Settings settings, Schema schema, Wiring wiring) throws ServeException {
        try {
            return Engine.builder(schema)
                    .wiring(wiring)
                    .parserLimits(settings.parserLimits())
                    .limits(settings.engineLimits())
                    .build();
        } catch (WiringException e) {
            throw new ServeException(e.problems());
        }
    }

    private static GraphServer server(Settings settings, Engine engine) throws ServeException, IOException {
        try {
            return GraphServer.builder(engine)
                    .host(settings.host())
                    .port(settings.port())
                    .maxRequestBytes(settings.maxRequestBytes())
                    .graphiql(settings.hasGraphiql())
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
        return settings.mode();
    }

    public boolean hasGraphiql() {
        return settings.hasGraphiql();
    }

    /** Lets requests end, then closes the modules. */
    @Override
    public void close() {
        server.close();
        code.close();
    }
}
