package dev.perigee.sql.database;

import static java.sql.Statement.NO_GENERATED_KEYS;
import static java.sql.Statement.RETURN_GENERATED_KEYS;

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
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * What one request does with a database. Each statement has a connection to itself, for as long as it runs; in a
 * transaction all of them have one, one after the other. A statement that runs when the request is cancelled or out of
 * time is cancelled, too; no time limit of JDBC's own is set, which is a statement of its own in some databases.
 * Thread-safe.
 */
public final class Session implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Session.class.getName());

    /** SQLSTATE of {@code character_not_in_repertoire}. */
    private static final String NO_CHARACTER = "22021";

    private final Database database;
    private final Context context;
    private final Semaphore atOnce;
    private final ReentrantLock beginning = new ReentrantLock();
    private final AtomicInteger statements = new AtomicInteger();
    private final KnownRows known = new KnownRows();
    private volatile @Nullable Transaction transaction;
    private volatile boolean isClosed;
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

    /** How many statements have ended well so far. */
    public int statements() {
        return statements.get();
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
     * @throws ClientException {@code BAD_USER_INPUT} if the database can't have a text
     * @throws DatabaseException if the database is not there, or has too much to do
     * @throws SQLException for what else the database says
     */
    public SourceCall query(Statement statement, int maxRows, RowReader reader) throws Exception {
        Sql sql = dialect().write(statement);
        try {
            return send(sql, prepared -> read(prepared, maxRows, reader));
        } catch (SQLException e) {
            throw NO_CHARACTER.equals(e.getSQLState()) ? noCharacter() : e;
        }
    }

    /** Of PostgreSQL, which has no character zero: somebody has made a cursor up. */
    private static ClientException noCharacter() {
        return new ClientException("BAD_USER_INPUT", "A text has a character that the database can't have.");
    }

    /**
     * Sends an update or a delete, within a transaction.
     *
     * @return what was sent, with how many rows it has changed
     * @throws IllegalStateException if no transaction is open
     * @throws SQLException for what the database says
     */
    public SourceCall update(Statement statement) throws Exception {
        Sql sql = dialect().write(statement);
        return write(sql, () -> send(sql, PreparedStatement::executeUpdate));
    }

    /**
     * Sends an insert, within a transaction, and reads what it gives back: a row for each in their order, with the columns
     * that it returns. Where the dialect gives nothing back but generated keys, that is one column.
     *
     * @return what was sent
     * @throws IllegalStateException if no transaction is open
     * @throws SQLException for what the database says
     */
    public SourceCall insert(Statement.Insert insert, RowReader reader) throws Exception {
        Sql sql = dialect().write(insert);
        boolean hasResult = !insert.returning().isEmpty();
        boolean hasRows = hasResult && dialect().returnsInserted();
        Action action = prepared -> hasRows ? readInserted(prepared, reader) : execute(prepared, hasResult, reader);
        int keys = hasResult && !hasRows ? RETURN_GENERATED_KEYS : NO_GENERATED_KEYS;
        return write(sql, () -> send(sql, keys, action));
    }

    private static int readInserted(PreparedStatement prepared, RowReader reader) throws SQLException {
        try (ResultSet result = prepared.executeQuery()) {
            return readAll(result, reader);
        }
    }

    private static int execute(PreparedStatement prepared, boolean hasKeys, RowReader reader) throws SQLException {
        int rows = prepared.executeUpdate();
        if (!hasKeys) return rows;
        try (ResultSet result = prepared.getGeneratedKeys()) {
            return readAll(result, reader);
        }
    }

    private static int readAll(ResultSet result, RowReader reader) throws SQLException {
        int rows = 0;
        for (; result.next(); rows++) reader.read(result);
        return rows;
    }

    /** Without a transaction, what is cut short would leave half of what was to be written. */
    private SourceCall write(Sql sql, Callable<SourceCall> send) throws Exception {
        if (transaction == null)
            throw isClosed ? Transaction.ended() : new IllegalStateException("No transaction is open: " + sql);
        known.clear();
        return send.call();
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
        return send(sql, NO_GENERATED_KEYS, action);
    }

    /** @param keys of {@link java.sql.Statement}: whether the driver keeps generated keys */
    private SourceCall send(Sql sql, int keys, Action action) throws Exception {
        long begin = System.nanoTime();
        int rows = withConnection(connection -> run(connection, sql, keys, action));
        statements.incrementAndGet();
        return new SourceCall(sql.text(), rows, Duration.ofNanos(System.nanoTime() - begin));
    }

    private int run(Connection connection, Sql sql, int keys, Action action) throws SQLException {
        try (PreparedStatement prepared = keys == NO_GENERATED_KEYS
                ? connection.prepareStatement(sql.text())
                : connection.prepareStatement(sql.text(), keys)) {
            List<Bind> binds = sql.binds();
            for (int i = 0; i < binds.size(); i++) dialect().bind(prepared, i + 1, binds.get(i));
            try (var registration = context.onCancel(() -> cancel(prepared))) {
                if (context.isCancelled()) throw new CancellationException("The request has ended");
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

    /** Does something with a connection: the transaction's if there is one, else one for itself. */
    private int withConnection(Work work) throws Exception {
        try {
            Transaction open = transaction;
            return open == null ? withOwnConnection(work) : open.run(work);
        } catch (SQLException e) {
            throw LostConnection.orElse(e);
        }
    }

    private int withOwnConnection(Work work) throws Exception {
        if (isClosed) throw Transaction.ended();
        atOnce.acquire();
        try {
            database.gate().enter(context.remaining());
            try (Connection connection = database.lease()) {
                return database.inProcess(connection, work);
            } finally {
                database.gate().leave();
            }
        } finally {
            atOnce.release();
        }
    }

    /** Whether all statements go by one connection at present. */
    boolean isInTransaction() {
        return transaction != null;
    }

    /**
     * From now on all statements go by one connection, until {@link #commit} or {@link #rollback}.
     *
     * @param isolation of {@link Connection}
     * @throws DatabaseException if the database is not there, or has too much to do
     */
    public void begin(int isolation, boolean isReadOnly) throws Exception {
        if (transaction != null) throw new IllegalStateException("A transaction is open");
        Transaction begun = Transaction.begin(database, context.remaining(), isolation, isReadOnly);
        synchronized (this) {
            if (!isClosed) {
                transaction = begun;
                return;
            }
        }
        begun.rollback(); // nobody else would: the request has ended meanwhile
        throw Transaction.ended();
    }

    /**
     * From now on, unless it is so already, all statements go by one connection and see the database as it is now.
     * Nothing can be written.
     */
    public void beginSnapshot() throws Exception {
        beginning.lockInterruptibly();
        try {
            if (transaction == null) begin(dialect().snapshotIsolation(), true);
        } finally {
            beginning.unlock();
        }
    }

    /**
     * Ends the transaction. If one of its statements has failed, it is undone, in every database alike: some keep nothing
     * of such a transaction.
     *
     * @throws DatabaseException if the connection broke; it is undone then
     * @throws SQLException if the database refuses, or the statement's failure; it is undone then
     */
    public void commit() throws Exception {
        Transaction open = transaction;
        if (open == null) throw isClosed ? Transaction.ended() : new IllegalStateException("No transaction is open");
        try {
            open.commit();
        } finally {
            if (open.isUndone()) known.clear();
            transaction = null;
        }
    }

    /** Undoes the transaction, if one is open. */
    public void rollback() {
        Transaction open = transaction;
        if (open == null) return;
        open.rollback();
        known.clear();
        transaction = null;
    }

    /** Undoes what is not committed, once the statement at hand has ended. Nothing is sent any more. */
    @Override
    public void close() {
        synchronized (this) {
            isClosed = true;
        }
        rollback();
    }
}
