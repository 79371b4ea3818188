package dev.perigee.cli.serve;

import dev.perigee.language.Source;
import dev.perigee.schema.Schema;
import dev.perigee.schema.SchemaException;
import dev.perigee.schema.SchemaProblem;
import dev.perigee.schema.SchemaReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The schema of a graph: that of its files, on top of what its sources bring. */
final class GraphSdl {
    private GraphSdl() {}

    /** @throws ServeException with everything that is wrong */
    static Schema read(SchemaReader reader) throws ServeException {
        try {
            return reader.read();
        } catch (SchemaException e) {
            throw new ServeException(
                    e.problems().stream().map(SchemaProblem::toString).toList());
        }
    }

    static List<Source> files(List<Path> paths) throws IOException {
        List<Source> sources = new ArrayList<>();
        for (Path path : paths) sources.add(Source.of(path.toString(), Files.readAllBytes(path)));
        return sources;
    }
}
