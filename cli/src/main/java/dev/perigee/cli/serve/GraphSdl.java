package dev.perigee.cli.serve;

import dev.perigee.data.AccessDirectives;
import dev.perigee.language.Source;
import dev.perigee.language.SyntaxException;
import dev.perigee.schema.Coercion;
import dev.perigee.schema.Schema;
import dev.perigee.schema.SchemaException;
import dev.perigee.schema.SchemaProblem;
import dev.perigee.schema.SchemaReader;
import dev.perigee.sql.SqlSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The schema of a graph: that of its files, on top of what its database gives. */
final class GraphSdl {
    private GraphSdl() {}

    /**
     * The schema of files alone.
     *
     * @param scalars what custom scalars are, where somebody says so
     * @throws ServeException with everything that is wrong
     */
    static Schema read(List<Source> files, Map<String, Coercion> scalars) throws ServeException {
        try {
            return SchemaReader.from(AccessDirectives.addedTo(files))
                    .library(scalars)
                    .read();
        } catch (SchemaException e) {
            throw new ServeException(
                    e.problems().stream().map(SchemaProblem::toString).toList());
        }
    }

    /** As {@link #read(List, Map)}, on top of a database. */
    static Schema read(List<Source> files, SqlSource database) throws ServeException {
        try {
            return read(database.schemaWith(files), SqlSource.scalars());
        } catch (SyntaxException e) {
            return read(files, Map.of()); // which tells of all files at once
        }
    }

    static List<Source> files(List<Path> paths) throws IOException {
        List<Source> sources = new ArrayList<>();
        for (Path path : paths) sources.add(Source.of(path.toString(), Files.readAllBytes(path)));
        return sources;
    }
}
