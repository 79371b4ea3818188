package dev.perigee.sql.hydration;

import dev.perigee.sql.database.Layout;
import dev.perigee.sql.database.Row;
import dev.perigee.sql.model.Column;
import dev.perigee.sql.model.Relation;
import dev.perigee.sql.model.Relation.Join;
import dev.perigee.sql.model.Table;
import dev.perigee.sql.statement.Condition;
import dev.perigee.sql.statement.Keys;
import dev.perigee.sql.statement.Order;
import dev.perigee.sql.statement.Page;
import dev.perigee.sql.statement.Statement.Select;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Fills records from the database under a selection, breadth-first: a wave for each level, in which the relations that
 * lead to one table by keys are one statement, and each has-through is one. For one thread.
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
        return Needs.columns(selection.table(), selection.columns());
    }

    private void fill(List<RecordPlace> places) throws Exception {
        List<RecordPlace> level = places;
        while (!level.isEmpty()) {
            List<RecordPlace> below = new ArrayList<>();
            fillByKeys(level, below);
            fillThrough(level, below);
            level = below;
        }
    }

    private void fillByKeys(List<RecordPlace> places, List<RecordPlace> below) throws Exception {
        Map<Table, KeyedTable> tables = new IdentityHashMap<>();
        Map<Table, BitSet> columns = new LinkedHashMap<>();
        for (RecordPlace place : places) {
            place.selection().relations().forEach((relation, selected) -> {
                if (relation.through() != null) return;
                Table target = relation.target();
                tables.computeIfAbsent(target, KeyedTable::new)
                        .by(toColumns(relation))
                        .add(place.keys(relation).toArray());
                columns.computeIfAbsent(target, table -> new BitSet()).or(selected.columns());
            });
        }
        for (var wanted : columns.entrySet()) {
            Table target = wanted.getKey();
            tables.computeIfAbsent(target, KeyedTable::new).read(Needs.columns(target, wanted.getValue()), reading);
        }
        for (RecordPlace place : places) {
            place.selection().relations().forEach((relation, selected) -> {
                KeyedTable read = tables.get(relation.target());
                if (relation.through() != null || read == null) return;
                KeyedRows found = read.by(toColumns(relation));
                Map<Object, Hits> byKey = new HashMap<>();
                for (Object key : place.keys(relation)) byKey.put(key, found.of(key));
                below.add(place.link(relation, selected, byKey));
            });
        }
    }

    private void fillThrough(List<RecordPlace> places, List<RecordPlace> below) throws Exception {
        Map<Relation, Set<Object>> keys = new LinkedHashMap<>();
        Map<Relation, BitSet> columns = new HashMap<>();
        for (RecordPlace place : places) {
            place.selection().relations().forEach((relation, selected) -> {
                if (relation.through() == null) return;
                keys.computeIfAbsent(relation, r -> new LinkedHashSet<>()).addAll(place.keys(relation));
                columns.computeIfAbsent(relation, r -> new BitSet()).or(selected.columns());
            });
        }
        Map<Relation, Map<Object, Hits>> found = new HashMap<>();
        for (var wanted : keys.entrySet()) {
            Relation relation = wanted.getKey();
            BitSet needed = columns.getOrDefault(relation, new BitSet());
            found.put(relation, through(relation, Needs.columns(relation.target(), needed), wanted.getValue()));
        }
        for (RecordPlace place : places) {
            place.selection().relations().forEach((relation, selected) -> {
                Map<Object, Hits> byKey = found.get(relation);
                if (byKey != null) below.add(place.link(relation, selected, byKey));
            });
        }
    }

    private Map<Object, Hits> through(Relation relation, List<Column> columns, Set<Object> keys) throws Exception {
        Map<Object, Hits> found = new HashMap<>();
        List<List<Object>> values = keys.stream().map(KeyColumns::values).toList();
        Join first = relation.path().getFirst();
        List<Join> joins = relation.path().subList(1, relation.path().size());
        List<Order> ofJoinRows = Orders.ofJoinRows(relation);
        List<Order> order = new ArrayList<>(Orders.byKey(relation.target()));
        order.addAll(ofJoinRows);
        int most = reading.dialect().maxKeys();
        for (int from = 0; from < values.size(); from += most) {
            List<List<Object>> part = values.subList(from, Math.min(values.size(), from + most));
            ReadRows rows =
                    new ReadRows(reading.dialect(), first.toColumns(), null, new Layout(relation.target(), columns));
            reading.query(
                    new Select(
                            relation.target(),
                            columns,
                            List.of(),
                            new Keys(first.to(), first.toColumns(), joins, part),
                            relation.isDistinct(),
                            Condition.TRUE,
                            order,
                            ofJoinRows.size(),
                            Page.ALL),
                    rows);
            found.putAll(rows.byKey());
        }
        return found;
    }

    private static List<Column> toColumns(Relation relation) {
        return relation.path().getFirst().toColumns();
    }
}
