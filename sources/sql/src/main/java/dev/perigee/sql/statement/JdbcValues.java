package dev.perigee.sql.statement;

import dev.perigee.sql.model.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Values as JDBC has them: what a driver does by the book is read here, once for all. */
final class JdbcValues {
    private JdbcValues() {}

    /** Numbers are asked whether they were null only where they are what a null reads as. */
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
