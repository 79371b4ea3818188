package dev.perigee.sql.database;

import com.zaxxer.hikari.HikariDataSource;
import dev.perigee.sql.statement.Dialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** A database for tests. It is opened by the first call that needs it, which aborts the test where that can't be. */
public final class TestDatabase {
    private final String name;
    private final Supplier<HikariDataSource> opener;
    private HikariDataSource pool;
    private Dialect dialect;

    TestDatabase(String name, Supplier<HikariDataSource> opener) {
        this.name = name;
        this.opener = opener;
    }

    /** What kind of database it is, such as {@code PostgreSQL}. */
    public String name() {
        return name;
    }

    public String url() {
        return pool().getJdbcUrl();
    }

    /** A pool of connections that are set up as the dialect wants them. */
    public DataSource dataSource() {
        return pool();
    }

    public synchronized Dialect dialect() {
        if (dialect == null) {
            try (Connection connection = connection()) {
                dialect = Dialect.of(connection);
            } catch (SQLException e) {
                throw new IllegalStateException(name, e);
            }
        }
        return dialect;
    }

    public Connection connection() throws SQLException {
        return pool().getConnection();
    }

    /** Runs statements of this database's own language, one after another. */
    public void execute(String... statements) {
        String current = "";
        try (Connection connection = connection();
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                current = each;
                statement.execute(each);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(name + ": " + current, e);
        }
    }

    private synchronized HikariDataSource pool() {
        if (pool == null) pool = opener.get();
        return pool;
    }

    @Override
    public String toString() {
        return name;
    }
}
