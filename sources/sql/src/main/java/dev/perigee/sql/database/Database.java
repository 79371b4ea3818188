package dev.perigee.sql.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.perigee.data.Context;
import dev.perigee.sql.statement.Dialect;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A database: its connections, and how it is spoken to. Thread-safe.
 *
 * <p>At most {@code maxConnections} statements run at the same time. What else wants to run waits in order of arrival, for
 * as long as its request may take; when too many wait, the next one fails at once.
 */
public final class Database implements AutoCloseable {
    private static final int WAITING_PER_CONNECTION = 2_000;

    private final DataSource dataSource;
    private final Dialect dialect;
    private final SqlLimits limits;
    private final Gate gate;
    private final @Nullable OwnThreads threads;
    private final boolean isInMemory;
    private final boolean isOurs;

    /** @param isOurs whether the data source is to be closed with this */
    private Database(DataSource dataSource, Connection connection, SqlLimits limits, int maxConnections, boolean isOurs)
            throws SQLException {
        String url = connection.getMetaData().getURL().toLowerCase(Locale.ROOT);
        this.dataSource = dataSource;
        this.dialect = Dialect.of(connection);
        this.limits = limits;
        this.gate = new Gate(maxConnections, maxConnections * WAITING_PER_CONNECTION);
        this.threads = isInProcess(url) ? new OwnThreads(maxConnections) : null;
        this.isInMemory = url.startsWith("jdbc:h2:mem:");
        this.isOurs = isOurs;
    }

    /**
     * A database with a pool of its own, by the driver that there is for the URL.
     *
     * @param url of JDBC
     * @param user null where the URL says it, or none is needed
     * @param maxConnections at least 1
     * @throws SQLException if it can't be reached, or is of a kind that Perigee doesn't know
     */
    public static Database connect(
            String url, @Nullable String user, @Nullable String password, int maxConnections, SqlLimits limits)
            throws SQLException {
        return connect(DriverManager.getDriver(url), url, user, password, maxConnections, limits);
    }

    /**
     * As {@link #connect(String, String, String, int, SqlLimits)}, by a driver that may be from anywhere.
     *
     * @throws SQLException also if the URL is none of the driver's
     */
    public static Database connect(
            Driver driver,
            String url,
            @Nullable String user,
            @Nullable String password,
            int maxConnections,
            SqlLimits limits)
            throws SQLException {
        DriverConnections connections = new DriverConnections(driver, url, user, password);
        // not of the pool, which would try again for long: what is wrong is told at once, in the driver's words
        try (Connection first = connections.getConnection()) {
            HikariConfig config = new HikariConfig();
            config.setDataSource(connections);
            config.setMaximumPoolSize(maxConnections);
            config.setPoolName("perigee-sql");
            config.setRegisterMbeans(false);
            List<String> setup = Dialect.of(first).connectionSetup();
            if (!setup.isEmpty()) config.setConnectionInitSql(String.join(";", setup));
            // while the first is open, which may be what keeps the database alive
            return new Database(new HikariDataSource(config), first, limits, maxConnections, true);
        }
    }

    /**
     * A database with the connections of a pool that the caller closes, set up as {@link Dialect#connectionSetup} says.
     *
     * @param maxConnections how many the pool has for Perigee
     * @throws SQLException as {@link #connect}
     */
    public static Database of(DataSource pool, int maxConnections, SqlLimits limits) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            return new Database(pool, connection, limits, maxConnections, false);
        }
    }

    public Dialect dialect() {
        return dialect;
    }

    public SqlLimits limits() {
        return limits;
    }

    /** What a request does with this database. */
    public Session session(Context context) {
        return context.value(Sessions.class).of(this, context);
    }

    /** A connection for a statement, to be closed by the caller. @throws DatabaseException if there is none to be had */
    Connection lease() {
        try {
            return dataSource.getConnection();
        } catch (SQLException e) {
            throw LostConnection.unavailable(e);
        }
    }

    /** A connection outside of any request, to be closed by the caller: for reading the model, and for tests. */
    public Connection connection() throws SQLException {
        return dataSource.getConnection();
    }

    Gate gate() {
        return gate;
    }

    /**
     * Works with a connection: by the caller's thread, or by one of its own. A database in this process works by the thread
     * that asks: a few slow statements would keep all virtual threads from running, those that could cancel them included;
     * and its files are closed under it, for everyone, if that thread is interrupted.
     */
    int inProcess(Connection connection, Work work) throws Exception {
        if (threads == null || isInMemory && !Thread.currentThread().isVirtual()) return work.run(connection);
        return threads.perform(() -> work.run(connection));
    }

    private static boolean isInProcess(String url) {
        boolean isH2Here =
                url.startsWith("jdbc:h2:") && !url.startsWith("jdbc:h2:tcp:") && !url.startsWith("jdbc:h2:ssl:");
        return isH2Here || url.startsWith("jdbc:sqlite:");
    }

    /** Closes the pool if it is its own. */
    @Override
    public void close() {
        if (isOurs && dataSource instanceof HikariDataSource pool) pool.close();
        if (threads != null) threads.close();
    }
}
