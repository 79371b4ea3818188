package dev.perigee.sql.statement;

import dev.perigee.sql.model.Kind;
import dev.perigee.sql.model.SqlType;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How PostgreSQL's driver takes values and gives them back. */
final class PostgreSqlValues {
    private PostgreSqlValues() {}

    static void bind(PreparedStatement statement, int index, Bind bind) throws SQLException {
        switch (bind) {
            case Bind.One one -> bindOne(statement, index, one.type(), one.value());
            case Bind.Many many -> bindMany(statement, index, many);
            case Bind.Json json -> throw new IllegalArgumentException("PostgreSQL takes arrays, not " + json);
        }
    }

    /**
     * Text and nulls go without a type, and the database gives them that of what they meet: an enum, citext, jsonb, inet
     * or a domain just as well as text.
     */
    private static void bindOne(PreparedStatement statement, int index, SqlType type, @Nullable Object value)
            throws SQLException {
        if (value == null) {
            statement.setNull(index, Types.OTHER);
            return;
        }
        switch (type.kind()) {
            case INTEGER -> statement.setInt(index, (Integer) value);
            case BIGINT -> statement.setLong(index, (Long) value);
            case TEXT, JSON -> statement.setObject(index, value, Types.OTHER);
            case INSTANT -> statement.setObject(index, ((Instant) value).atOffset(ZoneOffset.UTC));
            default -> statement.setObject(index, value);
        }
    }

    private static void bindMany(PreparedStatement statement, int index, Bind.Many many) throws SQLException {
        Array array = statement
                .getConnection()
                .createArrayOf(
                        PostgreSqlTypes.element(many.type()),
                        elements(many.type().kind(), many.values()));
        statement.setArray(index, array);
    }

    /** The driver sends arrays of these classes in binary; of others it asks for their text. */
    private static Object[] elements(Kind kind, List<Object> values) {
        return switch (kind) {
            case INTEGER -> values.toArray(new Integer[0]);
            case BIGINT -> values.toArray(new Long[0]);
            case TEXT, JSON -> values.toArray(new String[0]);
            case BINARY -> values.toArray(new byte[0][]);
            default -> values.toArray();
        };
    }

    static @Nullable Object read(ResultSet row, int index, Kind kind) throws SQLException {
        if (kind != Kind.INSTANT) return JdbcValues.read(row, index, kind);
        OffsetDateTime value = row.getObject(index, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
