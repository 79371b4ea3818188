package dev.perigee.sql.hydration;

import dev.perigee.sql.database.Layout;
import dev.perigee.sql.database.Row;
import dev.perigee.sql.database.Session.RowReader;
import dev.perigee.sql.model.Column;
import dev.perigee.sql.statement.Dialect;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the result of a select: rows by key, and all of them in order. For one thread. */
final class ReadRows implements RowReader {
    private final Dialect dialect;
    private final KeyReading key;
    private final @Nullable Layout edge;
    private final Layout layout;
    private final Map<Object, Hits> byKey = new HashMap<>();
    private final List<Row> rows = new ArrayList<>();
    private final int columnsAt;

    /** @param key none to read a table as a whole, which stands under the key {@link KeyReading#WHOLE} */
    ReadRows(Dialect dialect, List<Column> key, @Nullable Layout edge, Layout layout) {
        this(dialect, key, edge, layout, 1, 1 + key.size());
    }

    /**
     * @param keyAt where the key's columns begin in the result, from 1
     * @param columnsAt where those of the join row begin, which the row's own follow
     */
    ReadRows(Dialect dialect, List<Column> key, @Nullable Layout edge, Layout layout, int keyAt, int columnsAt) {
        this.dialect = dialect;
        this.key = new KeyReading(dialect, key, keyAt);
        this.edge = edge;
        this.layout = layout;
        this.columnsAt = columnsAt;
    }

    Layout layout() {
        return layout;
    }

    @Override
    public void read(ResultSet result) throws SQLException {
        Object keyValue = key.read(result);
        Row join = edge == null ? null : row(result, edge, columnsAt);
        Row row = row(
                result,
                layout,
                edge == null ? columnsAt : columnsAt + edge.columns().size());
        rows.add(row);
        byKey.computeIfAbsent(keyValue, k -> Hits.empty(edge != null)).add(row, join);
    }

    private Row row(ResultSet result, Layout of, int from) throws SQLException {
        List<Column> columns = of.columns();
        @Nullable Object[] values = new Object[columns.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = dialect.read(result, from + i, columns.get(i).type());
        }
        return new Row(of, values);
    }

    /** The rows of each key, in order. */
    Map<Object, Hits> byKey() {
        return byKey;
    }

    /** All of them. */
    List<Row> rows() {
        return rows;
    }
}
