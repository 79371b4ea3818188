package dev.perigee.sql.hydration;

import dev.perigee.sql.database.Layout;
import dev.perigee.sql.model.Column;
import dev.perigee.sql.model.Table;
import dev.perigee.sql.statement.Statement;
import dev.perigee.sql.statement.Statement.Select;
import dev.perigee.sql.statement.Statement.Union;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Rows of one table that are wanted by keys, of whatever columns, to be read in one statement. For one thread. */
final class KeyedTable {
    private final Table table;
    private final Map<List<Column>, KeyedRows> byKey = new LinkedHashMap<>();

    KeyedTable(Table table) {
        this.table = table;
    }

    /** The rows that are wanted by the values of some columns. */
    KeyedRows by(List<Column> key) {
        return byKey.computeIfAbsent(key, columns -> new KeyedRows(table, columns));
    }

    /** Reads what is wanted and not known. @return how many statements it took */
    int read(List<Column> columns, Reading reading) throws Exception {
        List<KeyedRows> missing = new ArrayList<>();
        for (KeyedRows part : byKey.values()) {
            part.takeKnown(columns, reading);
            if (part.isAnyMissing()) missing.add(part);
        }
        int maxKeys = reading.dialect().maxKeys();
        boolean isOneStatement = missing.stream().allMatch(part -> part.missing() <= maxKeys);
        if (missing.size() > 1 && isOneStatement) {
            readTogether(missing, columns, reading);
            return 1;
        }
        int calls = 0;
        for (KeyedRows part : missing) calls += part.read(columns, reading);
        return calls;
    }

    private void readTogether(List<KeyedRows> parts, List<Column> columns, Reading reading) throws Exception {
        Layout layout = new Layout(table, columns);
        List<ReadRows> readers = new ArrayList<>(parts.size());
        int keyAt = 2; // after the number of the select
        int columnsAt = 2 + parts.stream().mapToInt(part -> part.key().size()).sum();
        for (KeyedRows part : parts) {
            readers.add(new ReadRows(reading.dialect(), part.key(), null, layout, keyAt, columnsAt));
            keyAt += part.key().size();
        }
        Statement union = statement(parts, columns, KeyedRows::missingKeys);
        reading.query(union, result -> readers.get(result.getInt(1)).read(result));
        for (int i = 0; i < parts.size(); i++) parts.get(i).take(readers.get(i), reading);
    }

    /** The statement with two keys for each of the columns: one alone would be written otherwise. */
    Statement example(List<Column> columns) {
        return statement(List.copyOf(byKey.values()), columns, part -> Examples.keys(part.key()));
    }

    private Statement statement(
            List<KeyedRows> parts, List<Column> columns, Function<KeyedRows, List<List<Object>>> keys) {
        List<Select> selects = parts.stream()
                .map(part -> part.select(columns, keys.apply(part)))
                .toList();
        return selects.size() == 1 ? selects.getFirst() : new Union(table, selects);
    }
}
