package dev.perigee.sql.hydration;

import dev.perigee.data.PlannedLoad;
import dev.perigee.data.SelectedField;
import dev.perigee.data.SourceRun;
import dev.perigee.sql.database.Session;
import dev.perigee.sql.hydration.RowsField.OfKey;
import dev.perigee.sql.hydration.RowsField.OfParents;
import dev.perigee.sql.model.Column;
import dev.perigee.sql.model.Table;
import java.util.ArrayList;
import java.util.List;
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
        Reading reading = hydration.reading(feeds, run);
        Wanted wanted = hydration.wanted(table, null, run);
        KeyedTable keyedTable = new KeyedTable(table);
        List<KeyedFeed> keyed = new ArrayList<>(feeds.size());
        for (Feed feed : feeds) {
            RowsField field = hydration.field(feed.field());
            wanted.add(feed.field(), field.form());
            KeyedRows rows = keyedTable.by(keyColumns(field));
            keyed.add(new KeyedFeed(feed, field, rows, rows.add(keys(field, feed, run))));
        }
        int calls = keyedTable.read(wanted.columnList(), reading);
        for (KeyedFeed feed : keyed) feed.complete(hydration.database().limits().rowsPerParent());
        return calls;
    }

    private static List<Column> keyColumns(RowsField field) {
        return switch (field) {
            case OfKey key -> key.key();
            case OfParents parents -> parents.keyColumns();
            case RowsField.OfTable whole -> throw new IllegalArgumentException("A table as a whole has no key");
        };
    }

    private static @Nullable Object[] keys(RowsField field, Feed feed, SourceRun run) {
        return switch (field) {
            case OfKey key -> Parents.each(feed, Parents.key(key, run.arguments(feed.field())));
            case OfParents parents -> Parents.keys(feed, parents);
            case RowsField.OfTable whole -> new Object[feed.parents().length];
        };
    }

    @Override
    public String describe() {
        Wanted wanted = hydration.wanted(table, null, Examples.RUN);
        KeyedTable keyed = new KeyedTable(table);
        for (SelectedField field : fields) {
            RowsField rows = hydration.field(field);
            wanted.add(field, rows.form());
            keyed.by(keyColumns(rows));
        }
        return hydration
                .database()
                .dialect()
                .write(keyed.example(wanted.columnList()))
                .text();
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
