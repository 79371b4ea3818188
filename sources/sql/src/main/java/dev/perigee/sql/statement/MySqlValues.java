package dev.perigee.sql.statement;

import dev.perigee.sql.model.SqlType;
import java.nio.ByteBuffer;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How the drivers of MariaDB and MySQL take values and give them back. Booleans are {@code tinyint(1)} or {@code bit(1)};
 * UUIDs are text, MariaDB's own {@code uuid} (which has an order of its own, not that of the text), or the bytes of a {@code binary(16)}, if the model names that type; points
 * in time are UTC's date and time, in {@code datetime} and {@code timestamp} columns alike.
 */
final class MySqlValues {
    private MySqlValues() {}

    static void bind(PreparedStatement statement, int index, Bind bind) throws SQLException {
        if (!(bind instanceof Bind.One(SqlType type, Object value))) {
            throw new IllegalArgumentException("Neither MariaDB nor MySQL takes lists, for " + bind.type());
        }
        switch (value) {
            case null -> statement.setNull(index, Types.NULL);
            case Instant instant -> statement.setObject(index, LocalDateTime.ofInstant(instant, ZoneOffset.UTC));
            case UUID uuid -> {
                if (isBinary(type)) statement.setBytes(index, bytes(uuid));
                else statement.setString(index, uuid.toString());
            }
            default -> statement.setObject(index, value);
        }
    }

    static @Nullable Object read(ResultSet row, int index, SqlType type) throws SQLException {
        return switch (type.kind()) {
            case UUID -> isBinary(type) ? uuid(row.getBytes(index)) : uuid(row.getString(index));
            case INSTANT -> {
                LocalDateTime value = row.getObject(index, LocalDateTime.class);
                yield value == null ? null : value.toInstant(ZoneOffset.UTC);
            }
            default -> JdbcValues.read(row, index, type.kind());
        };
    }

    private static boolean isBinary(SqlType type) {
        return type.databaseName().regionMatches(true, 0, "binary", 0, 6);
    }

    private static byte[] bytes(UUID uuid) {
        return ByteBuffer.allocate(16)
                .putLong(uuid.getMostSignificantBits())
                .putLong(uuid.getLeastSignificantBits())
                .array();
    }

    private static @Nullable UUID uuid(byte @Nullable [] bytes) {
        if (bytes == null) return null;
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong());
    }

    private static @Nullable UUID uuid(@Nullable String text) {
        return text == null ? null : UUID.fromString(text);
    }
}
