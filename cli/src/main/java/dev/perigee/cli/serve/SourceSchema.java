package dev.perigee.cli.serve;

import dev.perigee.data.SourcedSchema;
import dev.perigee.language.Source;
import dev.perigee.schema.Schema;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The schema that a database or an IDL gets, without anything being served. */
public final class SourceSchema {
    private SourceSchema() {}

    /**
     * The schema of what the command line names, with files of SDL on top.
     *
     * @throws ServeException if a database can't be used, an IDL not be had, or the files don't fit
     */
    public static Schema read(@Nullable DatabaseAddress database, @Nullable GrpcTarget target, List<Source> files)
            throws ServeException, IOException {
        try (GraphSources sources = GraphSources.open(SettingsReader.read(null, Overrides.of(database, target)))) {
            return GraphSdl.read(SourcedSchema.reader(sources.all(), files));
        }
    }
}
