package dev.perigee.sql.database;

import dev.perigee.data.SelectedField;
import dev.perigee.sql.model.Column;
import dev.perigee.sql.model.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The rows that a request has read, so that none is read again where enough of its columns are known. Who looks for one
 * is given what was read for fields above its own alone: what others have read by then is a matter of luck, on which the
 * number of statements must not depend. Rows are kept as they came, and looked through only when one is asked for.
 * Thread-safe.
 */
public final class KnownRows {
    private final Map<Table, List<Batch>> batches = new IdentityHashMap<>();

    /** @param fields that the rows were read for */
    private record Batch(Layout layout, List<Row> rows, Set<SelectedField> fields) {
        boolean wasReadFor(Set<SelectedField> some) {
            return fields.isEmpty() || !Collections.disjoint(fields, some);
        }
    }

    /**
     * @param rows all of one layout; must not change any more
     * @param fields that they were read for; none if they were read for no field, in which case they are known to all
     */
    public synchronized void remember(Layout layout, List<Row> rows, Set<SelectedField> fields) {
        if (!rows.isEmpty()) {
            batches.computeIfAbsent(layout.table(), table -> new ArrayList<>()).add(new Batch(layout, rows, fields));
        }
    }

    /**
     * Of the rows with these keys, those that are known.
     *
     * @param key unique columns of the table
     * @param needed the columns that they must have been read with
     * @param above the fields for one of which they must have been read
     */
    public synchronized Map<Object, Row> find(
            Table table, List<Column> key, List<Column> needed, Set<Object> keys, Set<SelectedField> above) {
        List<Batch> known = batches.getOrDefault(table, List.of());
        if (known.isEmpty()) return Map.of();
        Map<Object, Row> found = new HashMap<>();
        for (Batch batch : known) {
            if (!batch.wasReadFor(above) || !batch.layout.hasAll(key) || !batch.layout.hasAll(needed)) continue;
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
