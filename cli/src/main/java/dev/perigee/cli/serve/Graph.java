package dev.perigee.cli.serve;

import dev.perigee.data.Wiring;
import dev.perigee.execution.Engine;
import dev.perigee.execution.ErrorFormatter;
import dev.perigee.execution.WiringException;
import dev.perigee.language.Source;
import dev.perigee.schema.Schema;
import dev.perigee.sql.model.ModelException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The graph of a folder: its schema, its database and its Java code as an engine, until {@link #close} closes the code's
 * modules, and then the connections to the database.
 */
public final class Graph implements AutoCloseable {
    private final Settings settings;
    private final GraphCode code;
    private final @Nullable SqlGraph sql;
    private final Engine engine;

    private Graph(Settings settings, GraphCode code, @Nullable SqlGraph sql, Engine engine) {
        this.settings = settings;
        this.code = code;
        this.sql = sql;
        this.engine = engine;
    }

    /**
     * Loads the graph of a folder, and lets its modules start what they need.
     *
     * @param directory null for the database that the overrides name, alone
     * @throws ServeException if something of it is wrong
     * @throws IOException if a file can't be read
     */
    public static Graph load(@Nullable Path directory, Overrides overrides) throws ServeException, IOException {
        Settings settings = SettingsReader.read(directory, overrides);
        SqlGraph sql = settings.sql() == null ? null : SqlGraph.open(settings.sql());
        try {
            return load(settings, sql);
        } catch (ServeException | IOException | RuntimeException e) {
            if (sql != null) sql.close();
            throw e;
        }
    }

    private static Graph load(Settings settings, @Nullable SqlGraph sql) throws ServeException, IOException {
        List<Source> files = GraphSdl.files(settings.schema());
        GraphCode code = GraphCode.of(settings.code());
        Thread.currentThread().setContextClassLoader(code.loader()); // inherited by all threads that start from here on
        try {
            Wiring.Builder wiring = Wiring.builder();
            if (sql != null) wiring.source(sql.source());
            code.wire(wiring);
            Wiring wired = wiring.build();
            Schema schema = GraphSdl.read(files, wired.schemaSources());
            return new Graph(settings, code, sql, engine(settings, schema, wired, code));
        } catch (ServeException | RuntimeException e) {
            code.close();
            throw e;
        }
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

    @Override
    public void close() {
        code.close();
        if (sql != null) sql.close();
    }
}
