package dev.perigee.examples.music;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Inserts rows. Those of an empty table get the ids 1, 2 and so on, in their order. For one thread. */
final class Tables {
    private final Connection connection;

    Tables(Connection connection) {
        this.connection = connection;
    }

    /** @param columns names, with commas between them, in the order of each row's values */
    void insert(String table, String columns, List<@Nullable Object[]> rows) throws SQLException {
        String[] names = columns.split(", ");
        String sql = "insert into \"" + table + "\" ("
                + Arrays.stream(names).map(name -> "\"" + name + "\"").collect(Collectors.joining(", "))
                + ") values (" + "?, ".repeat(names.length - 1) + "?)";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (@Nullable Object[] row : rows) {
                for (int i = 0; i < row.length; i++) statement.setObject(i + 1, row[i]);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
