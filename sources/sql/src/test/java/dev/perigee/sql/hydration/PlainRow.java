package dev.perigee.sql.hydration;

import dev.perigee.sql.model.Column;
import dev.perigee.sql.model.Table;
import java.util.Arrays;
import java.util.List;

/** A row in memory, with all of its columns. Compared by identity, as tables without a key have equal rows. */
final class PlainRow {
    private final Table table;
    private final Object[] values;

    /** @param values by the ordinals of the table's columns; null where a column is null */
    PlainRow(Table table, Object[] values) {
        this.table = table;
        this.values = values;
    }

    Table table() {
        return table;
    }

    Object value(Column column) {
        return values[column.ordinal()];
    }

    List<Object> values() {
        return Arrays.asList(values);
    }

    List<Object> values(List<Column> columns) {
        return columns.stream().map(this::value).toList();
    }

    /** A row with the same values, but other keys, which sort as these do: of each number a copy. */
    PlainRow copy(int number) {
        Object[] copy = values.clone();
        for (Column column : table.columns()) {
            Object value = values[column.ordinal()];
            if (number == 0 || value == null || !column.is(Column.Trait.REFERENCE)) continue;
            copy[column.ordinal()] = RandomValues.copyOfKey(value, number);
        }
        return new PlainRow(table, copy);
    }

    @Override
    public String toString() {
        return table + " " + values();
    }
}
