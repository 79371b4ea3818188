package dev.perigee.cli.serve;

import dev.perigee.data.Caller;
import dev.perigee.data.Context;
import dev.perigee.data.Wiring;
import dev.perigee.execution.Engine;
import dev.perigee.execution.ErrorFormatter;
import dev.perigee.execution.WiringException;
import dev.perigee.graphql.RemoteException;
import dev.perigee.grpc.Gateway;
import dev.perigee.grpc.relation.RelationException;
import dev.perigee.language.Source;
import dev.perigee.schema.Schema;
import dev.perigee.schema.SchemaDiff;
import dev.perigee.server.Rpc;
import dev.perigee.sql.model.ModelException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The graph of a folder: its schema, its database, its servers and its Java code as an engine, until {@link #close}
 * closes the code's modules, and then the connections.
 */
public final class Graph implements AutoCloseable {
    private final Settings settings;
    private final List<Source> files;
    private final GraphSources sources;
    private final GraphCode code;
    private final Wiring wiring;
    private volatile Engine engine;

    private Graph(Settings settings, GraphSources sources, GraphCode code) throws ServeException, IOException {
        this.settings = settings;
        this.files = GraphSdl.files(settings.schema());
        this.sources = sources;
        this.code = code;
        Wiring.Builder declared = Wiring.builder();
        sources.all().forEach(declared::source);
        code.wire(declared);
        this.wiring = declared.build();
        this.engine = newEngine();
    }

    /**
     * Loads the graph of a folder, and lets its modules start what they need.
     *
     * @param directory null for the sources that the overrides name, alone
     * @throws MissingSettingsException if there is no such folder, or no settings in it
     * @throws ServeException if something of it is wrong
     * @throws IOException if a file can't be read
     */
    public static Graph load(@Nullable Path directory, Overrides overrides) throws ServeException, IOException {
        Settings settings = SettingsReader.read(directory, overrides);
        GraphSources sources = GraphSources.open(settings);
        try {
            return load(settings, sources);
        } catch (ServeException | IOException | RuntimeException e) {
            sources.close();
            throw e;
        }
    }

    private static Graph load(Settings settings, GraphSources sources) throws ServeException, IOException {
        GraphCode code = GraphCode.of(settings.code());
        Thread.currentThread().setContextClassLoader(code.loader()); // inherited by all threads that start from here on
        try {
            return new Graph(settings, sources, code);
        } catch (ServeException | IOException | RuntimeException e) {
            code.close();
            throw e;
        }
    }

    /** Null if methods can't be called without a GraphQL document. */
    @Nullable Rpc rpc() {
        Gateway gateway = sources.gateway(engine.schema());
        if (gateway == null) return null;
        Function<Context, ?> caller = wiring.value(Caller.class);
        if (caller != null) gateway = gateway.callers(context -> (Caller) caller.apply(context));
        return new GatewayRpc(gateway.timeout(settings.engineLimits().timeout()));
    }

    private Engine newEngine() throws ServeException {
        Schema schema = GraphSdl.read(wiring.reader(files));
        return engine(settings, schema, wiring, code);
    }

    private static Engine engine(Settings settings, Schema schema, Wiring wiring, GraphCode code)
            throws ServeException {
        Engine.Builder engine = Engine.builder(schema)
                .wiring(wiring)
                .parserLimits(settings.parserLimits())
                .limits(settings.engineLimits());
        ErrorFormatter formatter = code.errorFormatter();
        if (formatter != null) engine.errorFormatter(formatter);
        try {
            return engine.build();
        } catch (WiringException e) {
            throw new ServeException(e.problems());
        } catch (ModelException e) {
            throw new ServeException(e.problems());
        } catch (RelationException e) {
            throw new ServeException(e.problems());
        } catch (RemoteException e) {
            throw new ServeException(e.problems());
        } catch (IllegalArgumentException e) { // of a source that does not fit the schema
            throw new ServeException(List.of(String.valueOf(e.getMessage())));
        }
    }

    public Engine engine() {
        return engine;
    }

    Settings settings() {
        return settings;
    }

    GraphSources sources() {
        return sources;
    }

    /**
     * The graph as the IDL of its servers has it now; it stays as it is until {@link #become}. One thread at a time.
     *
     * @throws ServeException if there is none as it is now
     */
    GraphChange change() throws ServeException {
        GrpcVersion before = sources.version();
        GrpcVersion next = sources.read();
        sources.become(next);
        try {
            Engine changed = newEngine();
            return new GraphChange(changed, next, SchemaDiff.between(engine.schema(), changed.schema()));
        } finally {
            sources.become(before);
        }
    }

    void become(GraphChange change) {
        sources.become(change.version());
        engine = change.engine();
    }

    @Override
    public void close() {
        code.close();
        sources.close();
    }
}
