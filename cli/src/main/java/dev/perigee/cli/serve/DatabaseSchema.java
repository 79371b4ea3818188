package dev.perigee.cli.serve;

import dev.perigee.language.Source;
import dev.perigee.schema.Schema;
import java.io.IOException;
import java.util.List;

/** The schema that a database gets, without anything being served. */
public final class DatabaseSchema {
    private DatabaseSchema() {}

    /**
     * The schema of the database with files of SDL on top.
     *
     * @throws ServeException if the database can't be used, or the files don't fit
     */
    public static Schema read(DatabaseAddress address, List<Source> files) throws ServeException, IOException {
        SqlSettings settings = SettingsReader.read(null, Overrides.of(address)).sql();
        if (settings == null) throw new IllegalStateException("No settings of " + address);
        try (SqlGraph sql = SqlGraph.open(settings)) {
            return GraphSdl.read(files, List.of(sql.source()));
        }
    }
}
