package dev.perigee.cli.serve;

import dev.perigee.data.Wiring;
import dev.perigee.sql.SqlSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The databases that the Java code of a folder stands on, whether they fit its records or not, until {@link #close} closes
 * the code's modules.
 */
public final class CodeDatabases implements AutoCloseable {
    private final GraphCode code;
    private final List<SqlSource> sources;

    private CodeDatabases(GraphCode code, List<SqlSource> sources) {
        this.code = code;
        this.sources = sources;
    }

    /**
     * @throws MissingSettingsException if there is no such folder, or no settings in it
     * @throws ServeException if something of the settings or the code is wrong
     * @throws IOException if a file can't be read
     */
    public static CodeDatabases load(Path directory) throws ServeException, IOException {
        GraphCode code =
                GraphCode.of(SettingsReader.read(directory, Overrides.NONE).code());
        Thread.currentThread().setContextClassLoader(code.loader());
        Wiring.Builder wiring = Wiring.builder();
        try {
            code.wire(wiring);
        } catch (ServeException | RuntimeException e) {
            code.close();
            throw e;
        }
        List<SqlSource> sources = wiring.build().schemaSources().stream()
                .filter(SqlSource.class::isInstance)
                .map(SqlSource.class::cast)
                .toList();
        return new CodeDatabases(code, sources);
    }

    /** In the order in which they were wired. */
    public List<SqlSource> sources() {
        return sources;
    }

    @Override
    public void close() {
        code.close();
    }
}
