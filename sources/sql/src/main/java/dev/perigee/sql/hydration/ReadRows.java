package dev.perigee.sql.hydration;

import dev.perigee.sql.database.Layout;
import dev.perigee.sql.database.Row;
import dev.perigee.sql.database.Session.RowReader;
import dev.perigee.sql.model.Column;
import dev.perigee.sql.model.Kind;
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
    private final boolean hasLongKey;
    private long lastLong;
    private @Nullable Object lastKey;
    private Hits last = Hits.NONE;

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
        this.hasLongKey = key.size() == 1 && key.getFirst().type().kind() == Kind.BIGINT;
        this.edge = edge;
        this.layout = layout;
        this.columnsAt = columnsAt;
    }

    Layout layout() {
        return layout;
    }

    @Override
    public void read(ResultSet result) throws SQLException {
        Hits hits = hasLongKey ? hitsOfLong(result) : hits(key.read(result));
        int at = columnsAt;
        Row join = null;
        if (edge != null) {
            join = row(result, edge, at);
            at += edge.size();
        }
        Row row = row(result, layout, at);
        rows.add(row);
        hits.add(row, join);
    }

    /** As {@link #hits} for the most usual key, which becomes an object only when it is another than before. */
    private Hits hitsOfLong(ResultSet result) throws SQLException {
        long value = result.getLong(key.from());
        if (value == lastLong && last != Hits.NONE) return last;
        lastLong = value;
        return hits(key.read(result));
    }

    /** Rows of one key mostly come one after the other. */
    private Hits hits(Object keyValue) {
        if (keyValue.equals(lastKey)) return last;
        lastKey = keyValue;
        last = byKey.computeIfAbsent(keyValue, key -> Hits.empty(edge != null));
        return last;
    }

    private Row row(ResultSet result, Layout of, int from) throws SQLException {
        @Nullable Object[] values = new Object[of.size()];
        for (int i = 0; i < values.length; i++) values[i] = dialect.read(result, from + i, of.type(i));
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
