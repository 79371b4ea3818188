package dev.perigee.cli.serve;

import dev.perigee.data.AccessDirectives;
import dev.perigee.data.SchemaSource;
import dev.perigee.language.Source;
import dev.perigee.language.SyntaxException;
import dev.perigee.schema.Coercion;
import dev.perigee.schema.Schema;
import dev.perigee.schema.SchemaException;
import dev.perigee.schema.SchemaOnTop;
import dev.perigee.schema.SchemaProblem;
import dev.perigee.schema.SchemaReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The schema of a graph: that of its files, on top of what its sources bring. */
final class GraphSdl {
    private GraphSdl() {}

    /** @throws ServeException with everything that is wrong */
    static Schema read(List<Source> files, List<SchemaSource> sources) throws ServeException {
        List<Source> brought = new ArrayList<>();
        Map<String, Coercion> coercions = new HashMap<>();
        for (SchemaSource source : sources) {
            brought.addAll(source.sdl());
            coercions.putAll(source.coercions());
        }
        try {
            List<Source> all = AccessDirectives.addedTo(onTop(brought, files));
            return SchemaReader.from(all).library(coercions).read();
        } catch (SchemaException e) {
            throw new ServeException(
                    e.problems().stream().map(SchemaProblem::toString).toList());
        }
    }

    /** A file that is no SDL is left to the reader, which tells of all files at once. */
    private static List<Source> onTop(List<Source> brought, List<Source> files) {
        try {
            return SchemaOnTop.of(brought, files);
        } catch (SyntaxException e) {
            return files;
        }
    }

    static List<Source> files(List<Path> paths) throws IOException {
        List<Source> sources = new ArrayList<>();
        for (Path path : paths) sources.add(Source.of(path.toString(), Files.readAllBytes(path)));
        return sources;
    }
}
