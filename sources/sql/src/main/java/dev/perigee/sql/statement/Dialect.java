package dev.perigee.sql.statement;

import dev.perigee.sql.model.SqlType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
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

    /** The dialect of a connection's database. @throws SQLException if it can't be asked, or is none that Perigee knows */
    static Dialect of(Connection connection) throws SQLException {
        throw new UnsupportedOperationException("The dialects follow: " + connection);
    }
}
