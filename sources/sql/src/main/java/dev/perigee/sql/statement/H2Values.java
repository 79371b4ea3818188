package dev.perigee.sql.statement;

import dev.perigee.sql.model.Kind;
import dev.perigee.sql.model.SqlType;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import org.jspecify.annotations.Nullable;

/** How H2's driver takes values and gives them back. It knows the classes of all kinds itself. */
final class H2Values {
    private H2Values() {}

    static void bind(PreparedStatement statement, int index, Bind bind) throws SQLException {
        switch (bind) {
            case Bind.One one -> bindOne(statement, index, one.type(), one.value());
            case Bind.Many many -> statement.setObject(index, many.values().toArray());
            case Bind.Json json -> throw new IllegalArgumentException("H2 takes arrays, not " + json);
        }
    }

    private static void bindOne(PreparedStatement statement, int index, SqlType type, @Nullable Object value)
            throws SQLException {
        if (value == null) statement.setNull(index, Types.NULL);
        else if (isJson(type)) statement.setBytes(index, ((String) value).getBytes(StandardCharsets.UTF_8));
        else statement.setObject(index, value);
    }

    /** A string would become a JSON string; bytes are taken for the JSON text itself. */
    private static boolean isJson(SqlType type) {
        return type.kind() == Kind.JSON
                && (type.databaseName().isEmpty() || type.databaseName().equalsIgnoreCase("json"));
    }

    static @Nullable Object read(ResultSet row, int index, Kind kind) throws SQLException {
        return switch (kind) {
            case BOOLEAN -> {
                boolean value = row.getBoolean(index);
                yield !value && row.wasNull() ? null : value;
            }
            case INTEGER -> {
                int value = row.getInt(index);
                yield value == 0 && row.wasNull() ? null : value;
            }
            case BIGINT -> {
                long value = row.getLong(index);
                yield value == 0 && row.wasNull() ? null : value;
            }
            case DOUBLE -> {
                double value = row.getDouble(index);
                yield value == 0 && row.wasNull() ? null : value;
            }
            case DECIMAL -> row.getBigDecimal(index);
            case TEXT, JSON -> row.getString(index);
            case BINARY -> row.getBytes(index);
            case UUID, DATE, TIME, TIMESTAMP, INSTANT -> row.getObject(index, kind.javaClass());
        };
    }
}
