package dev.perigee.sql.hydration;

import dev.perigee.sql.database.Layout;
import dev.perigee.sql.database.Row;
import dev.perigee.sql.model.Column;
import dev.perigee.sql.model.Table;
import dev.perigee.sql.statement.Condition;
import dev.perigee.sql.statement.Order;
import dev.perigee.sql.statement.Page;
import dev.perigee.sql.statement.Statement.Select;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Fills records from the database under a selection, breadth-first: a {@link RecordWave} for each level. For one thread.
 */
final class RecordReader {
    private final Reading reading;

    RecordReader(Reading reading) {
        this.reading = reading;
    }

    /**
     * The records with these keys; a key without a row is left out.
     *
     * @param key unique columns
     * @param keys of one column its value, of several the list of them
     */
    Map<Object, Object> byKey(RecordSelection selection, List<Column> key, Collection<?> keys) throws Exception {
        KeyedTable table = new KeyedTable(selection.table());
        KeyedRows wanted = table.by(key);
        wanted.add(keys.toArray());
        table.read(columns(selection), reading);
        List<Row> rows = new ArrayList<>();
        for (Object one : keys) rows.addAll(wanted.of(one).rows());
        RecordPlace place = new RecordPlace(selection, rows);
        fill(List.of(place));
        Map<Object, Object> records = new LinkedHashMap<>();
        for (Object one : keys) {
            Hits hits = wanted.of(one);
            if (hits.size() > 0) records.put(one, place.make(hits.rows().getFirst()));
        }
        return records;
    }

    /** The records that a condition chooses, in order. */
    List<Object> list(RecordSelection selection, Condition where, List<Order> order, Page page) throws Exception {
        Table table = selection.table();
        Layout layout = new Layout(table, columns(selection));
        ReadRows rows = new ReadRows(reading.dialect(), List.of(), null, layout);
        reading.query(new Select(table, layout.columns(), List.of(), null, false, where, order, 0, page), rows);
        RecordPlace place = new RecordPlace(selection, rows.rows());
        fill(List.of(place));
        return rows.rows().stream().map(place::make).toList();
    }

    private static List<Column> columns(RecordSelection selection) {
        return selection.table().columns(selection.read());
    }

    private void fill(List<RecordPlace> places) throws Exception {
        List<RecordPlace> level = places;
        while (!level.isEmpty()) level = fillLevel(level);
    }

    /** Gives the places below. */
    private List<RecordPlace> fillLevel(List<RecordPlace> level) throws Exception {
        RecordWave wave = new RecordWave();
        for (RecordPlace place : level) {
            place.selection()
                    .relations()
                    .forEach((relation, selected) -> wave.want(relation, selected, place.keys(relation)));
        }
        wave.read(reading);
        List<RecordPlace> below = new ArrayList<>();
        for (RecordPlace place : level) {
            place.selection()
                    .relations()
                    .forEach((relation, selected) ->
                            below.add(place.link(relation, selected, wave.rows(relation, selected))));
        }
        return below;
    }
}
