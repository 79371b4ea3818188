package dev.perigee.sql.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.perigee.data.Context;
import dev.perigee.sql.statement.Dialect;
import java.sql.Connection;
import java.sql.SQLException;
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
    private final boolean isOurs;

    private Database(DataSource dataSource, Dialect dialect, SqlLimits limits, int maxConnections, boolean isOurs) {
        this.dataSource = dataSource;
        this.dialect = dialect;
        this.limits = limits;
        this.gate = new Gate(maxConnections, maxConnections * WAITING_PER_CONNECTION);
        this.threads = isOurs && isInProcess(dataSource) ? new OwnThreads(maxConnections) : null;
        this.isOurs = isOurs;
    }

    /**
     * A database with a pool of its own.
     *
     * @param url of JDBC
     * @param user null where the URL says it, or none is needed
     * @param maxConnections at least 1
     * @throws SQLException if it can't be reached, or is of a kind that Perigee doesn't know
     */
    public static Database connect(
            String url, @Nullable String user, @Nullable String password, int maxConnections, SqlLimits limits)
            throws SQLException {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(maxConnections);
        config.setPoolName("perigee-sql");
        config.setInitializationFailTimeout(-1); // we ask for a connection ourselves, and say what is wrong
        config.setRegisterMbeans(false);
        HikariDataSource pool = new HikariDataSource(config);
        try (Connection connection = pool.getConnection()) {
            return new Database(pool, Dialect.of(connection), limits, maxConnections, true);
        } catch (SQLException | RuntimeException e) {
            pool.close();
            throw e;
        }
    }

    /**
     * A database with the connections of a pool that the caller closes.
     *
     * @param maxConnections how many the pool has for Perigee
     * @throws SQLException as {@link #connect}
     */
    public static Database of(DataSource pool, int maxConnections, SqlLimits limits) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            return new Database(pool, Dialect.of(connection), limits, maxConnections, false);
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

    /** A connection outside of any request, to be closed by the caller: for reading the model, and for tests. */
    public Connection connection() throws SQLException {
        return dataSource.getConnection();
    }

    Gate gate() {
        return gate;
    }

    /**
     * Works with a connection: by the caller's thread, or by one of its own. A database in this process reads its files by
     * the thread that asks, and a file is closed under it, for everyone, if that thread is interrupted.
     */
    int inProcess(Connection connection, Work work) throws Exception {
        return threads == null ? work.run(connection) : threads.perform(() -> work.run(connection));
    }

    private static boolean isInProcess(DataSource dataSource) {
        String url =
                dataSource instanceof HikariDataSource pool ? pool.getJdbcUrl().toLowerCase(Locale.ROOT) : "";
        boolean isH2File = url.startsWith("jdbc:h2:")
                && !url.startsWith("jdbc:h2:mem:")
                && !url.startsWith("jdbc:h2:tcp:")
                && !url.startsWith("jdbc:h2:ssl:");
        return isH2File || url.startsWith("jdbc:sqlite:");
    }

    /** Closes the pool if it is its own. */
    @Override
    public void close() {
        if (isOurs && dataSource instanceof HikariDataSource pool) pool.close();
        if (threads != null) threads.close();
    }
}
