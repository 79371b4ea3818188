package dev.perigee.cli.serve;

import dev.perigee.execution.Engine;
import dev.perigee.execution.ErrorFormatter;
import dev.perigee.execution.WiringException;
import dev.perigee.language.Source;
import dev.perigee.schema.Schema;
import dev.perigee.schema.SchemaException;
import dev.perigee.schema.SchemaProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The graph of a folder: its schema and its Java code as an engine, until {@link #close} closes the code's modules. */
public final class Graph implements AutoCloseable {
    private final Settings settings;
    private final GraphCode code;
    private final Engine engine;

    private Graph(Settings settings, GraphCode code, Engine engine) {
        this.settings = settings;
        this.code = code;
        this.engine = engine;
    }

    /**
     * Loads the graph of a folder, and lets its modules start what they need.
     *
     * @throws ServeException if something of it is wrong
     * @throws IOException if a file can't be read
     */
    public static Graph load(Path directory, Overrides overrides) throws ServeException, IOException {
        Settings settings = SettingsReader.read(directory, overrides);
        Schema schema = schema(settings.schema());
        GraphCode code = GraphCode.of(settings.code());
        Thread.currentThread().setContextClassLoader(code.loader()); // inherited by all threads that start from here on
        try {
            return new Graph(settings, code, engine(settings, schema, code));
        } catch (ServeException | RuntimeException e) {
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

    private static Engine engine(Settings settings, Schema schema, GraphCode code) throws ServeException {
        Engine.Builder engine = Engine.builder(schema)
                .wiring(code.wire())
                .parserLimits(settings.parserLimits())
                .limits(settings.engineLimits());
        ErrorFormatter formatter = code.errorFormatter();
        if (formatter != null) engine.errorFormatter(formatter);
        try {
            return engine.build();
        } catch (WiringException e) {
            throw new ServeException(e.problems());
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
    }
}
