package dev.perigee.sql.hydration;

import dev.perigee.sql.model.Column;
import dev.perigee.sql.statement.Dialect;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * Where a result has the key that a row belongs to.
 *
 * @param columns none if the result is about a table as a whole, which stands under the key {@link #WHOLE}
 * @param from where the first of them is, from 1
 */
record KeyReading(Dialect dialect, List<Column> columns, int from) {
    static final Object WHOLE = List.of();

    Object read(ResultSet result) throws SQLException {
        if (columns.size() == 1) return value(result, 0);
        if (columns.isEmpty()) return WHOLE;
        Object[] values = new Object[columns.size()];
        for (int i = 0; i < values.length; i++) values[i] = value(result, i);
        return List.of(values);
    }

    private Object value(ResultSet result, int index) throws SQLException {
        Column column = columns.get(index);
        Object value = dialect.read(result, from + index, column.type());
        if (value == null) throw new IllegalStateException("The key " + column + " of a row is null");
        return value;
    }
}
