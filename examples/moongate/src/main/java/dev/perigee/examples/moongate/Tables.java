package dev.perigee.examples.moongate;

import dev.perigee.sql.SqlSource;
import dev.perigee.sql.database.Database;
import dev.perigee.sql.database.SqlLimits;
import dev.perigee.sql.model.Ddl;
import dev.perigee.sql.model.Model;
import dev.perigee.sql.model.RecordModels;
import java.sql.SQLException;
import javax.sql.DataSource;

/** The tables of the game, as the records describe them. */
final class Tables {
    private static final Model MODEL =
            RecordModels.of(AccountRow.class, PlayerRow.class, FriendRow.class, GuildRow.class, MemberRow.class);

    private static final int CONNECTIONS = 10;

    private Tables() {}

    /** @param empty a database without these tables */
    static void create(DataSource empty) throws SQLException {
        try (var connection = empty.getConnection()) {
            Ddl.create(MODEL, connection);
            SampleRows.insert(connection);
        }
    }

    static SqlSource source(DataSource dataSource) throws SQLException {
        return SqlSource.builder(Database.of(dataSource, CONNECTIONS, SqlLimits.DEFAULT), MODEL)
                .build();
    }
}
