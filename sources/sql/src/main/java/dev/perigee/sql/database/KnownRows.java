package dev.perigee.sql.database;

import dev.perigee.sql.model.Column;
import dev.perigee.sql.model.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The rows that a request has read, so that none is read again where enough of its columns are known. Rows are kept as
 * they came, and looked through only when one is asked for. Thread-safe.
 */
public final class KnownRows {
    private final Map<Table, List<Batch>> batches = new IdentityHashMap<>();

    private record Batch(Layout layout, List<Row> rows) {}

    /** @param rows all of one layout; must not change any more */
    public synchronized void remember(Layout layout, List<Row> rows) {
        if (!rows.isEmpty()) {
            batches.computeIfAbsent(layout.table(), table -> new ArrayList<>()).add(new Batch(layout, rows));
        }
    }

    /**
     * Of the rows with these keys, those that are known.
     *
     * @param key unique columns of the table
     * @param needed the columns that they must have been read with
     */
    public synchronized Map<Object, Row> find(Table table, List<Column> key, List<Column> needed, Set<Object> keys) {
        List<Batch> known = batches.getOrDefault(table, List.of());
        if (known.isEmpty()) return Map.of();
        Map<Object, Row> found = new HashMap<>();
        for (Batch batch : known) {
            if (!batch.layout.hasAll(key) || !batch.layout.hasAll(needed)) continue;
            for (Row row : batch.rows) {
                Object value = row.key(key);
                if (value != null && keys.contains(value)) found.put(value, row);
            }
        }
        return found;
    }

    /** Forgets all: something was written. */
    public synchronized void clear() {
        batches.clear();
    }
}
