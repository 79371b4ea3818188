package dev.perigee.sql.database;

import dev.perigee.sql.model.Column;
import dev.perigee.sql.model.SqlType;
import dev.perigee.sql.model.Table;
import java.util.Arrays;
import java.util.List;

/** Which columns of a table were read, and where their values are: shared by all rows of a statement. Immutable. */
public final class Layout {
    private static final int NOT_READ = -1;

    private final Table table;
    private final List<Column> columns;
    private final SqlType[] types;
    private final int[] slots;

    public Layout(Table table, List<Column> columns) {
        this.table = table;
        this.columns = List.copyOf(columns);
        this.types = this.columns.stream().map(Column::type).toArray(SqlType[]::new);
        this.slots = new int[table.columns().size()];
        Arrays.fill(slots, NOT_READ);
        for (int i = 0; i < this.columns.size(); i++) slots[this.columns.get(i).ordinal()] = i;
    }

    public Table table() {
        return table;
    }

    /** In the order of a row's values. */
    public List<Column> columns() {
        return columns;
    }

    /** How many columns there are. */
    public int size() {
        return types.length;
    }

    /** The type of a column. @param index among {@link #columns()} */
    public SqlType type(int index) {
        return types[index];
    }

    public boolean has(Column column) {
        return slots[column.ordinal()] != NOT_READ;
    }

    public boolean hasAll(List<Column> some) {
        for (Column column : some) {
            if (!has(column)) return false;
        }
        return true;
    }

    /** Where a row has a column's value. @throws IllegalStateException if the column was not read */
    int slot(int ordinal) {
        int slot = slots[ordinal];
        if (slot == NOT_READ) {
            throw new IllegalStateException(table + "." + table.columns().get(ordinal) + " was not read");
        }
        return slot;
    }
}
