package dev.perigee.sql.model;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes something of each row of a result. */
interface Rows<T extends @Nullable Object> {
    T read(ResultSet row) throws SQLException;

    /** All rows of a query. */
    static <T extends @Nullable Object> List<T> of(
            Connection connection, String query, String parameter, Rows<T> reader) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, parameter);
            try (ResultSet rows = statement.executeQuery()) {
                return of(rows, reader);
            }
        }
    }

    /** All rows; the caller closes them. */
    static <T extends @Nullable Object> List<T> of(ResultSet rows, Rows<T> reader) throws SQLException {
        List<T> all = new ArrayList<>();
        while (rows.next()) all.add(reader.read(rows));
        return all;
    }
}
