package dev.perigee.sql.statement;

import dev.perigee.sql.model.Kind;
import dev.perigee.sql.model.SqlType;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import org.jspecify.annotations.Nullable;

/** How H2's driver takes values. It knows the classes of all kinds itself. */
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
}
