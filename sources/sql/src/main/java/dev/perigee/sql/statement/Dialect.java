package dev.perigee.sql.statement;

import dev.perigee.sql.model.SqlType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How one kind of database writes statements, takes values and gives them back. Immutable; safe to share between threads. */
public interface Dialect {
    /** The name for people, such as {@code PostgreSQL}. */
    String name();

    /** The statement as this database takes it. */
    Sql write(Statement statement);

    /** The most keys of one statement; longer lists are sent in parts. */
    int maxKeys();

    /** Binds a value. @param index from 1 */
    void bind(PreparedStatement statement, int index, Bind bind) throws SQLException;

    /** Reads a value of the class of the type's kind. @param index from 1 */
    @Nullable Object read(ResultSet row, int index, SqlType type) throws SQLException;

    /**
     * Statements that each connection has to run once before any other, in this order; most databases need none. Values
     * are bound and read in the belief that they have run.
     */
    default List<String> connectionSetup() {
        return List.of();
    }

    /**
     * Whether an insert gives back its {@code returning} columns as rows. Where it doesn't, the statement has to be
     * prepared with {@link java.sql.Statement#RETURN_GENERATED_KEYS}, and there is nothing to be had but those.
     */
    default boolean returnsInserted() {
        return true;
    }

    /** Which rule of the database a statement broke, null if that is not what is wrong, or can't be told. */
    default @Nullable Violation violation(SQLException said) {
        return null;
    }

    /** Whether a statement failed for what others wrote at the same time, so that it may well succeed if sent again. */
    default boolean isConflict(SQLException said) {
        return false;
    }

    /** The least isolation, of {@link Connection}, by which all statements of a transaction see one moment of all tables. */
    default int snapshotIsolation() {
        return Connection.TRANSACTION_REPEATABLE_READ;
    }

    /** The dialect of a connection's database. @throws SQLException if it can't be asked, or is none that Perigee knows */
    static Dialect of(Connection connection) throws SQLException {
        return Dialects.of(connection);
    }
}
