package dev.perigee.examples.accounts;

import dev.perigee.sql.SqlSource;
import dev.perigee.sql.database.Database;
import dev.perigee.sql.database.SqlLimits;
import dev.perigee.sql.graph.GraphOptions;
import dev.perigee.sql.model.Ddl;
import dev.perigee.sql.model.Model;
import dev.perigee.sql.model.RecordModels;
import java.sql.SQLException;
import java.util.UUID;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;

/** A database with the tables of the records, and some rows. */
final class AccountDatabase implements AutoCloseable {
    static final Model MODEL = RecordModels.of(Account.class, Player.class, Membership.class, Guild.class);

    private static final int CONNECTIONS = 10;

    private final JdbcConnectionPool pool;
    private final SqlSource source;

    private AccountDatabase(JdbcConnectionPool pool, SqlSource source) {
        this.pool = pool;
        this.source = source;
    }

    /** In this process: gone when it is closed. */
    static AccountDatabase inMemory() throws SQLException {
        return inMemory(pool -> pool);
    }

    /** @param around wraps what connections are taken from */
    static AccountDatabase inMemory(UnaryOperator<DataSource> around) throws SQLException {
        var pool = JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID(), "", "");
        pool.setMaxConnections(CONNECTIONS);
        try (var connection = pool.getConnection()) {
            Ddl.create(MODEL, connection);
            SampleAccounts.insert(connection);
        }
        return new AccountDatabase(pool, source(around.apply(pool)));
    }

    private static SqlSource source(DataSource pool) throws SQLException {
        return SqlSource.builder(Database.of(pool, CONNECTIONS, SqlLimits.DEFAULT), MODEL)
                .options(GraphOptions.DEFAULT.with(GraphOptions.ToMany.LISTS))
                .needs("Player.title", "name", "level")
                .build();
    }

    SqlSource source() {
        return source;
    }

    @Override
    public void close() {
        pool.dispose();
    }
}
