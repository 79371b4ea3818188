package dev.perigee.sql.database;

import dev.perigee.data.ClientException;
import dev.perigee.data.Context;
import dev.perigee.data.SourceCall;
import dev.perigee.sql.statement.Bind;
import dev.perigee.sql.statement.Dialect;
import dev.perigee.sql.statement.Sql;
import dev.perigee.sql.statement.Statement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * What one request does with a database. A statement that runs when the request is cancelled or out of time is cancelled,
 * too; no time limit of JDBC's own is set, which is a statement of its own in some databases. Each statement has a connection to itself, for as long as it runs; in a
 * transaction all of them have one, one after the other. Thread-safe.
 */
public final class Session implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Session.class.getName());

    private final Database database;
    private final Context context;
    private final Semaphore atOnce;
    private final ReentrantLock inTransaction = new ReentrantLock();
    private final KnownRows known = new KnownRows();
    private volatile @Nullable Connection transaction;
    private long rowsRead;

    Session(Database database, Context context) {
        this.database = database;
        this.context = context;
        this.atOnce = new Semaphore(database.limits().statementsAtOnce());
    }

    /** Reads one row of a result. */
    @FunctionalInterface
    public interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    /** How one kind of database is spoken to. */
    public Dialect dialect() {
        return database.dialect();
    }

    /** The rows that the request has read so far. */
    public KnownRows known() {
        return known;
    }

    /**
     * Sends a statement that reads.
     *
     * @param maxRows no more are read
     * @return what was sent, with how many rows came back
     * @throws ClientException {@code LIMIT_EXCEEDED} if there are more rows than {@code maxRows}, or than the request may
     *     read
     * @throws DatabaseException if the database is not there, or has too much to do
     * @throws SQLException for what else the database says
     */
    public SourceCall query(Statement statement, int maxRows, RowReader reader) throws Exception {
        Sql sql = dialect().write(statement);
        return send(sql, prepared -> read(prepared, maxRows, reader));
    }

    /** Sends a statement that writes. @return what was sent, with how many rows it has changed */
    public SourceCall update(Statement statement) throws Exception {
        known.clear();
        Sql sql = dialect().write(statement);
        return send(sql, PreparedStatement::executeUpdate);
    }

    /** What a statement does once it is prepared. @return how many rows it was about */
    @FunctionalInterface
    private interface Action {
        int run(PreparedStatement prepared) throws SQLException;
    }

    private int read(PreparedStatement prepared, int maxRows, RowReader reader) throws SQLException {
        int most = Math.min(Math.min(maxRows, database.limits().rowsPerStatement()), Integer.MAX_VALUE - 1);
        prepared.setMaxRows(most + 1);
        int rows = 0;
        try (ResultSet result = prepared.executeQuery()) {
            while (result.next()) {
                if (++rows > most) throw tooMany("rowsPerStatement", most);
                reader.read(result);
            }
        }
        countRows(rows);
        return rows;
    }

    private synchronized void countRows(int rows) {
        rowsRead += rows;
        int most = database.limits().rowsPerOperation();
        if (rowsRead > most) throw tooMany("rowsPerOperation", most);
    }

    /** The error of a request that would read too much. */
    public static ClientException tooMany(String limit, int most) {
        return new ClientException(
                "LIMIT_EXCEEDED",
                "More than " + most + " rows (limit \"" + limit + "\"). Ask for less, with \"first\" or a filter.",
                Map.of("limit", limit, "value", most));
    }

    private SourceCall send(Sql sql, Action action) throws Exception {
        long begin = System.nanoTime();
        int rows = withConnection(connection -> run(connection, sql, action));
        return new SourceCall(sql.text(), rows, Duration.ofNanos(System.nanoTime() - begin));
    }

    private int run(Connection connection, Sql sql, Action action) throws SQLException {
        try (PreparedStatement prepared = connection.prepareStatement(sql.text())) {
            List<Bind> binds = sql.binds();
            for (int i = 0; i < binds.size(); i++) dialect().bind(prepared, i + 1, binds.get(i));
            try (var registration = context.onCancel(() -> cancel(prepared))) {
                return action.run(prepared);
            }
        }
    }

    private static void cancel(PreparedStatement statement) {
        try {
            statement.cancel();
        } catch (SQLException e) {
            LOG.log(System.Logger.Level.DEBUG, "A statement could not be cancelled", e); // it may have just ended
        }
    }

    /** Something that takes a connection. */
    @FunctionalInterface
    public interface Work {
        int run(Connection connection) throws SQLException;
    }

    /** Does something with a connection: the transaction's if there is one, else one for itself. */
    private int withConnection(Work work) throws Exception {
        try {
            Connection pinned = transaction;
            if (pinned == null) return withOwnConnection(work);
            inTransaction.lockInterruptibly();
            try {
                return inProcess(pinned, work);
            } finally {
                inTransaction.unlock();
            }
        } catch (SQLException e) {
            throw isGone(e) ? new DatabaseException("DATABASE_UNAVAILABLE", "The database can't be reached.", e) : e;
        }
    }

    private int withOwnConnection(Work work) throws Exception {
        atOnce.acquire();
        try {
            database.gate().enter(context.remaining());
            try (Connection connection = database.connection()) {
                return inProcess(connection, work);
            } finally {
                database.gate().leave();
            }
        } finally {
            atOnce.release();
        }
    }

    private int inProcess(Connection connection, Work work) throws Exception {
        OwnThreads threads = database.threads();
        return threads == null ? work.run(connection) : threads.perform(() -> work.run(connection));
    }

    /** Whether there was no connection, or it broke: class 08 of SQLSTATE, or the server's operator ended it. */
    private static boolean isGone(SQLException e) {
        if (e instanceof SQLTransientConnectionException) return true;
        String state = e.getSQLState();
        return state != null && (state.startsWith("08") || state.startsWith("57P") || state.startsWith("90067"));
    }

    /** Whether all statements go by one connection at present. */
    public boolean isInTransaction() {
        return transaction != null;
    }

    /**
     * From now on all statements go by one connection, until {@link #commit} or {@link #rollback}.
     *
     * @param isolation of {@link Connection}
     */
    public void begin(int isolation, boolean isReadOnly) throws Exception {
        if (transaction != null) throw new IllegalStateException("A transaction is open");
        database.gate().enter(context.remaining());
        Connection connection = null;
        try {
            connection = database.connection();
            connection.setReadOnly(isReadOnly);
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(isolation);
            transaction = connection;
        } catch (SQLException | RuntimeException e) {
            giveBack(connection);
            throw e;
        }
    }

    /**
     * From now on, unless it is so already, all statements go by one connection and see the database as it is now.
     * Nothing can be written.
     */
    public void beginSnapshot() throws Exception {
        inTransaction.lockInterruptibly();
        try {
            if (transaction == null) begin(database.snapshotIsolation(), true);
        } finally {
            inTransaction.unlock();
        }
    }

    /** Ends the transaction. @throws SQLException if the database refuses; it is undone then */
    public void commit() throws Exception {
        Connection open = transaction;
        if (open == null) throw new IllegalStateException("No transaction is open");
        inTransaction.lockInterruptibly();
        try {
            open.commit();
        } finally {
            end(open);
            inTransaction.unlock();
        }
    }

    /** Undoes the transaction, if one is open. */
    public void rollback() {
        Connection open = transaction;
        if (open == null) return;
        inTransaction.lock();
        try {
            open.rollback();
        } catch (SQLException e) {
            LOG.log(System.Logger.Level.DEBUG, "A transaction could not be undone", e); // the connection is gone: it is
        } finally {
            end(open);
            inTransaction.unlock();
        }
    }

    private void end(Connection open) {
        transaction = null;
        giveBack(open);
    }

    private void giveBack(@Nullable Connection connection) {
        try {
            if (connection != null) connection.close(); // the pool resets what was set
        } catch (SQLException e) {
            LOG.log(System.Logger.Level.DEBUG, "A connection could not be given back", e);
        } finally {
            database.gate().leave();
        }
    }

    /** Undoes what is not committed. */
    @Override
    public void close() {
        rollback();
    }
}
