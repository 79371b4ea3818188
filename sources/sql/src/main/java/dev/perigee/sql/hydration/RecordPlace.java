package dev.perigee.sql.hydration;

import dev.perigee.sql.database.Row;
import dev.perigee.sql.model.Column;
import dev.perigee.sql.model.RecordMaker;
import dev.perigee.sql.model.Relation;
import dev.perigee.sql.model.Relation.Join;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All rows at one place of a selection, and what was found for their relations. For one thread. */
final class RecordPlace {
    private final RecordSelection selection;
    private final List<Row> rows;
    private final BitSet columns;
    private final RecordMaker maker;
    private final Map<Relation, Link> links = new LinkedHashMap<>();
    private final Map<Row, Object> made = new IdentityHashMap<>();

    /** What a relation leads to: rows by key, which are the rows of a place. */
    private record Link(KeyedRows found, RecordPlace place) {}

    RecordPlace(RecordSelection selection, List<Row> rows) {
        this.selection = selection;
        this.rows = rows;
        this.columns = selection.columns();
        this.maker = selection.maker();
    }

    RecordSelection selection() {
        return selection;
    }

    /** The keys that the rows have for a relation, each once. */
    Set<Object> keys(Relation relation) {
        Set<Object> keys = new LinkedHashSet<>();
        for (Row row : rows) {
            Object key = key(row, relation);
            if (key != null) keys.add(key);
        }
        return keys;
    }

    private static @Nullable Object key(Row row, Relation relation) {
        Join join = relation.path().getFirst();
        return KeyColumns.of(row, join.fromColumns(), join.toColumns());
    }

    /** What was found for a relation. @return the place of the rows */
    RecordPlace link(Relation relation, RecordSelection selected, KeyedRows found) {
        Set<Row> distinct = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Row> all = new ArrayList<>();
        for (Object key : keys(relation)) {
            for (Row row : found.of(key).rows()) {
                if (distinct.add(row)) all.add(row);
            }
        }
        RecordPlace place = new RecordPlace(selected, all);
        links.put(relation, new Link(found, place));
        return place;
    }

    /** The record of a row, with those of its relations. */
    Object make(Row row) {
        Object known = made.get(row);
        if (known != null) return known;
        @Nullable Object[] values = new Object[maker.size()];
        for (Column column : row.layout().columns()) {
            if (columns.get(column.ordinal())) put(values, column.fieldName(), row.value(column));
        }
        links.forEach((relation, link) -> put(values, relation.fieldName(), related(row, relation, link)));
        Object record = maker.make(values);
        made.put(row, record);
        return record;
    }

    private void put(@Nullable Object[] values, String fieldName, @Nullable Object value) {
        int component = maker.indexOf(fieldName);
        if (component >= 0) values[component] = value;
    }

    private static @Nullable Object related(Row row, Relation relation, Link link) {
        Hits hits = link.found.of(key(row, relation));
        if (relation.isMany()) return hits.rows().stream().map(link.place::make).toList();
        return hits.size() == 0 ? null : link.place.make(hits.rows().getFirst());
    }
}
