package dev.perigee.cli.serve;

import dev.perigee.sql.database.SqlLimits;
import dev.perigee.sql.graph.FilterLimits;
import dev.perigee.sql.graph.GraphOptions;
import dev.perigee.sql.graph.PageLimits;
import dev.perigee.sql.model.Refinement;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What {@code perigee.yaml} and the command line say of a database. Immutable.
 *
 * @param driver a jar with the driver, which is there; null for one that comes with Perigee
 * @param connections at most, at least 1
 * @param isConsistent whether a request sees the database as of one moment
 * @param places where the file names tables and what they have, for problems with them
 */
record SqlSettings(
        String url,
        @Nullable String user,
        @Nullable String password,
        @Nullable Path driver,
        int connections,
        boolean isConsistent,
        Refinement refinement,
        GraphOptions options,
        PageLimits pageLimits,
        FilterLimits filterLimits,
        SqlLimits limits,
        SqlPlaces places) {
    static final int DEFAULT_CONNECTIONS = 10;

    /** Of another database, as the command line has it. */
    SqlSettings at(DatabaseAddress address) {
        return new SqlSettings(
                address.url(),
                address.user(),
                address.password(),
                address.driver(),
                connections,
                isConsistent,
                refinement,
                address.hasMutations() ? options.withMutations() : options,
                pageLimits,
                filterLimits,
                limits,
                places);
    }
}
