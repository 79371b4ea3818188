package dev.perigee.sql.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The one connection that all statements of a session go by, one after the other, until it ends: then, and only once, the
 * connection and its place at the gate are given back. Thread-safe.
 */
final class Transaction {
    private static final System.Logger LOG = System.getLogger(Transaction.class.getName());

    private final Database database;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Connection connection;
    private @Nullable SQLException failure;
    private volatile boolean isUndone;

    private Transaction(Database database, Connection connection) {
        this.database = database;
        this.connection = connection;
    }

    /** @throws DatabaseException if there is no connection in time */
    static Transaction begin(Database database, Duration atMost, int isolation, boolean isReadOnly) throws Exception {
        database.gate().enter(atMost);
        Connection connection = null;
        boolean isBegun = false;
        try {
            connection = database.lease();
            database.inProcess(connection, own -> prepare(own, isolation, isReadOnly));
            Transaction begun = new Transaction(database, connection);
            isBegun = true;
            return begun;
        } catch (SQLException e) {
            throw LostConnection.orElse(e);
        } finally {
            if (!isBegun) giveBack(database, connection);
        }
    }

    private static int prepare(Connection connection, int isolation, boolean isReadOnly) throws SQLException {
        connection.setReadOnly(isReadOnly);
        connection.setTransactionIsolation(isolation);
        connection.setAutoCommit(false);
        return 0;
    }

    static CancellationException ended() {
        return new CancellationException("The request, or its transaction, has ended");
    }

    int run(Work work) throws Exception {
        lock.lockInterruptibly();
        try {
            if (connection == null) throw ended(); // while this waited
            return database.inProcess(connection, work);
        } catch (SQLException e) {
            if (failure == null) failure = e;
            throw e;
        } finally {
            lock.unlock();
        }
    }

    /** Undoes it instead if a statement has failed, and throws that failure. */
    void commit() throws Exception {
        lock.lock();
        try {
            if (connection == null) throw ended();
            if (failure != null) throw failure;
            database.inProcess(connection, own -> {
                own.commit();
                return 0;
            });
            end(connection);
        } catch (SQLException e) {
            throw LostConnection.orElse(e);
        } finally {
            rollback();
            lock.unlock();
        }
    }

    /** Waits for the statement at hand to end. Does nothing if it has ended. */
    void rollback() {
        lock.lock();
        try {
            if (connection == null) return;
            isUndone = true;
            undo(connection);
            end(connection);
        } finally {
            lock.unlock();
        }
    }

    boolean isUndone() {
        return isUndone;
    }

    private void undo(Connection open) {
        try {
            database.inProcess(open, own -> {
                own.rollback();
                return 0;
            });
        } catch (Exception e) {
            LOG.log(System.Logger.Level.DEBUG, "A transaction could not be undone", e); // the connection is gone: it is
        }
    }

    private void end(Connection open) {
        connection = null;
        giveBack(database, open);
    }

    private static void giveBack(Database database, @Nullable Connection connection) {
        try {
            if (connection != null) connection.close(); // the pool resets what was set
        } catch (SQLException e) {
            LOG.log(System.Logger.Level.DEBUG, "A connection could not be given back", e);
        } finally {
            database.gate().leave();
        }
    }
}
