package dev.perigee.sql.hydration;

import dev.perigee.data.PlannedLoad;
import dev.perigee.data.SelectedField;
import dev.perigee.data.SourceRun;
import dev.perigee.sql.database.Layout;
import dev.perigee.sql.database.Session;
import dev.perigee.sql.hydration.RowsField.OfKey;
import dev.perigee.sql.hydration.RowsField.OfRelation;
import dev.perigee.sql.model.Column;
import dev.perigee.sql.model.Table;
import dev.perigee.sql.statement.Statement;
import dev.perigee.sql.statement.Statement.Select;
import dev.perigee.sql.statement.Statement.Union;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Loads rows of one table by keys: for each of the key columns that the fields go by one select, and all of them in one
 * statement.
 */
final class KeysLoad implements PlannedLoad {
    private final Hydration hydration;
    private final Table table;
    private final List<? extends SelectedField> fields;

    KeysLoad(Hydration hydration, List<? extends SelectedField> fields) {
        this.hydration = hydration;
        this.table = hydration.field(fields.getFirst()).table();
        this.fields = fields;
    }

    @Override
    public String source() {
        return "sql";
    }

    @Override
    public int load(List<? extends Feed> feeds, SourceRun run) throws Exception {
        Reading reading = hydration.reading(run);
        Wanted wanted = new Wanted(table, null, hydration.needs(), hydration.names(), run);
        Map<List<Column>, KeyedRows> byColumns = new LinkedHashMap<>();
        List<KeyedFeed> keyed = new ArrayList<>(feeds.size());
        for (Feed feed : feeds) {
            RowsField field = hydration.field(feed.field());
            wanted.add(feed.field(), field.form());
            KeyedRows rows = byColumns.computeIfAbsent(keyColumns(field), columns -> new KeyedRows(table, columns));
            keyed.add(new KeyedFeed(feed, field, rows, rows.add(keys(field, feed, run))));
        }
        List<Column> columns = wanted.columnList();
        int calls = read(byColumns.values(), columns, reading);
        for (KeyedFeed feed : keyed) feed.complete(hydration.database().limits().rowsPerParent());
        return calls;
    }

    private static List<Column> keyColumns(RowsField field) {
        return switch (field) {
            case OfKey key -> key.key();
            case OfRelation relation -> relation.first().toColumns();
            case RowsField.OfTable whole -> throw new IllegalArgumentException("A table as a whole has no key");
        };
    }

    private static @Nullable Object[] keys(RowsField field, Feed feed, SourceRun run) {
        return switch (field) {
            case OfKey key -> Parents.each(feed, Parents.key(key, run.arguments(feed.field())));
            case OfRelation relation -> Parents.keys(feed, relation.first());
            case RowsField.OfTable whole -> new Object[feed.parents().length];
        };
    }

    private int read(Iterable<KeyedRows> parts, List<Column> columns, Reading reading) throws Exception {
        List<KeyedRows> missing = new ArrayList<>();
        for (KeyedRows part : parts) {
            part.takeKnown(columns, reading.known());
            if (part.isAnyMissing()) missing.add(part);
        }
        if (missing.isEmpty()) return 0;
        int maxKeys = reading.dialect().maxKeys();
        boolean isOneStatement = missing.stream().allMatch(part -> part.missing() <= maxKeys);
        if (missing.size() > 1 && isOneStatement) {
            readTogether(missing, columns, reading);
            return 1;
        }
        int calls = 0;
        for (KeyedRows part : missing) calls += part.read(columns, reading, maxKeys);
        return calls;
    }

    private void readTogether(List<KeyedRows> parts, List<Column> columns, Reading reading) throws Exception {
        List<Select> selects = new ArrayList<>(parts.size());
        for (KeyedRows part : parts) selects.add(part.select(columns, part.missingKeys()));
        Layout layout = new Layout(table, columns);
        List<ReadRows> readers = new ArrayList<>(parts.size());
        int keyAt = 2; // after the number of the select
        int columnsAt = 2 + parts.stream().mapToInt(part -> part.key().size()).sum();
        for (KeyedRows part : parts) {
            readers.add(new ReadRows(reading.dialect(), part.key(), null, layout, keyAt, columnsAt));
            keyAt += part.key().size();
        }
        reading.query(
                new Union(table, selects),
                result -> readers.get(result.getInt(1)).read(result));
        for (int i = 0; i < parts.size(); i++) parts.get(i).take(readers.get(i), reading.known());
    }

    /** The statement with two keys for each way: one alone would be written otherwise. */
    @Override
    public String describe() {
        Map<List<Column>, KeyedRows> byColumns = new LinkedHashMap<>();
        for (SelectedField field : fields) {
            byColumns.computeIfAbsent(keyColumns(hydration.field(field)), columns -> new KeyedRows(table, columns));
        }
        Wanted wanted = new Wanted(table, null, hydration.needs(), hydration.names(), Examples.RUN);
        for (SelectedField field : fields)
            wanted.add(field, hydration.field(field).form());
        List<Column> columns = wanted.columnList();
        List<Select> selects = new ArrayList<>();
        for (KeyedRows part : byColumns.values()) selects.add(part.select(columns, Examples.keys(part.key())));
        Statement statement = selects.size() == 1 ? selects.getFirst() : new Union(table, selects);
        return hydration.database().dialect().write(statement).text();
    }

    /** A feed with its parents' keys. */
    private record KeyedFeed(
            Feed feed,
            RowsField field,
            KeyedRows rows,
            @Nullable Object[] keys) {
        void complete(int rowsPerParent) {
            @Nullable Object[] values = new Object[keys.length];
            for (int i = 0; i < values.length; i++) {
                Hits hits = rows.of(keys[i]);
                if (field.form() == Form.LIST) {
                    if (hits.size() > rowsPerParent) {
                        feed.fail(Session.tooMany("rowsPerParent", rowsPerParent));
                        return;
                    }
                    values[i] = hits.rows();
                } else {
                    values[i] = hits.size() == 0 ? null : hits.rows().getFirst();
                }
            }
            feed.complete(values);
        }
    }
}
