package dev.perigee.sql.hydration;

import dev.perigee.sql.database.Layout;
import dev.perigee.sql.model.Column;
import dev.perigee.sql.model.Relation;
import dev.perigee.sql.model.Relation.Join;
import dev.perigee.sql.model.Table;
import dev.perigee.sql.statement.Condition;
import dev.perigee.sql.statement.Keys;
import dev.perigee.sql.statement.Order;
import dev.perigee.sql.statement.Page;
import dev.perigee.sql.statement.Statement.Select;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a table by the values of some columns, its own or those of a table that joins lead from: which are wanted, and
 * which were found. For one thread.
 */
final class KeyedRows {
    private final Table table;
    private final Table keyTable;
    private final List<Column> key;
    private final List<Join> joins;
    private final boolean isDistinct;
    private final boolean isUnique;
    private final List<Order> order;
    private final int edgeOrder;
    private final Page page;
    private final Set<Object> missing = new LinkedHashSet<>();
    private final Map<Object, Hits> found = new HashMap<>();

    /** By columns of the table itself. */
    KeyedRows(Table table, List<Column> key) {
        this(table, table, key, List.of(), false, List.of(), Page.ALL);
    }

    private KeyedRows(
            Table table,
            Table keyTable,
            List<Column> key,
            List<Join> joins,
            boolean isDistinct,
            List<Order> ofJoinRows,
            Page page) {
        this.table = table;
        this.keyTable = keyTable;
        this.key = key;
        this.joins = joins;
        this.isDistinct = isDistinct;
        this.isUnique = joins.isEmpty() && table.isUnique(key);
        this.order = isUnique ? List.of() : Orders.byKey(table, ofJoinRows);
        this.edgeOrder = ofJoinRows.size();
        this.page = page;
    }

    /** Those that a relation leads to. @param page of each key */
    static KeyedRows of(Relation relation, Page page) {
        Join first = relation.path().getFirst();
        return new KeyedRows(
                relation.target(),
                first.to(),
                first.toColumns(),
                relation.path().subList(1, relation.path().size()),
                relation.isDistinct(),
                Orders.ofJoinRows(relation),
                page);
    }

    List<Column> key() {
        return key;
    }

    /** Wants the rows of more keys; nulls among them have none. */
    @Nullable Object[] add(@Nullable Object[] keys) {
        for (Object one : keys) {
            if (one != null) missing.add(one);
        }
        return keys;
    }

    boolean isAnyMissing() {
        return !missing.isEmpty();
    }

    int missing() {
        return missing.size();
    }

    List<List<Object>> missingKeys() {
        return missing.stream().map(KeyColumns::values).toList();
    }

    /** Takes what the request has read before, with enough columns. Only a whole key tells that there is no other row. */
    void takeKnown(List<Column> columns, Reading reading) {
        if (!isUnique) return;
        reading.known(table, key, columns, missing).forEach((value, row) -> {
            Hits hits = Hits.empty(false);
            hits.add(row, null);
            found.put(value, hits);
            missing.remove(value);
        });
    }

    Select select(List<Column> columns, List<List<Object>> values) {
        Keys keys = new Keys(keyTable, key, joins, values);
        return new Select(table, columns, List.of(), keys, isDistinct, Condition.TRUE, order, edgeOrder, page);
    }

    /** Reads what is missing. @return how many statements it took */
    int read(List<Column> columns, Reading reading) throws Exception {
        List<List<Object>> all = missingKeys();
        int maxKeys = reading.dialect().maxKeys();
        int calls = 0;
        for (int from = 0; from < all.size(); from += maxKeys) {
            List<List<Object>> part = all.subList(from, Math.min(all.size(), from + maxKeys));
            ReadRows reader = new ReadRows(reading.dialect(), key, null, new Layout(table, columns));
            reading.query(select(columns, part), reader);
            take(reader, reading);
            calls++;
        }
        return calls;
    }

    void take(ReadRows reader, Reading reading) {
        found.putAll(reader.byKey());
        reading.remember(reader.layout(), reader.rows());
    }

    /** The rows of a key, none for null. */
    Hits of(@Nullable Object value) {
        return value == null ? Hits.NONE : found.getOrDefault(value, Hits.NONE);
    }
}
