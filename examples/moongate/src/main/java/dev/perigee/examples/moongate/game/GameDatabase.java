package dev.perigee.examples.moongate.game;

import dev.perigee.sql.Records;
import dev.perigee.sql.SqlSource;
import dev.perigee.sql.database.Database;
import dev.perigee.sql.database.SqlLimits;
import dev.perigee.sql.model.Ddl;
import dev.perigee.sql.model.Model;
import dev.perigee.sql.model.RecordModels;
import java.sql.SQLException;
import java.util.UUID;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;

/** A database in this process with the tables of the records, and some rows: gone when it is closed. */
public final class GameDatabase implements AutoCloseable {
    private static final Model MODEL = RecordModels.of(
            AccountRow.class, PlayerRow.class, FriendshipRow.class, GuildRow.class, MembershipRow.class);
    private static final int CONNECTIONS = 10;

    private final JdbcConnectionPool pool;
    private final SqlSource source;

    private GameDatabase(JdbcConnectionPool pool, SqlSource source) {
        this.pool = pool;
        this.source = source;
    }

    /** @param around wraps what connections are taken from */
    public static GameDatabase inMemory(UnaryOperator<DataSource> around) throws SQLException {
        var pool = JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID(), "", "");
        pool.setMaxConnections(CONNECTIONS);
        try (var connection = pool.getConnection()) {
            Ddl.create(MODEL, connection);
            SampleGame.insert(connection);
        }
        var database = Database.of(around.apply(pool), CONNECTIONS, SqlLimits.DEFAULT);
        return new GameDatabase(pool, SqlSource.builder(database, MODEL).build());
    }

    <R extends Record> Records<R> records(Class<R> recordClass) {
        return source.records(recordClass);
    }

    @Override
    public void close() {
        pool.dispose();
    }
}
