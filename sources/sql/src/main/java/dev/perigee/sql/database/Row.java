package dev.perigee.sql.database;

import dev.perigee.data.HasProperties;
import dev.perigee.sql.model.Column;
import dev.perigee.sql.model.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row of a table, with those of its columns that were read. Immutable. */
public final class Row implements HasProperties {
    private final Layout layout;
    private final @Nullable Object[] values;

    /** @param values in the order of the layout's columns; kept, not copied */
    public Row(Layout layout, @Nullable Object[] values) {
        this.layout = layout;
        this.values = values;
    }

    public Layout layout() {
        return layout;
    }

    public Table table() {
        return layout.table();
    }

    /** The value of a column, of the class of its kind. @throws IllegalStateException if it was not read */
    public @Nullable Object value(Column column) {
        return values[layout.slot(column.ordinal())];
    }

    /** As {@link #value(Column)}, by the column's ordinal. */
    public @Nullable Object value(int ordinal) {
        return values[layout.slot(ordinal)];
    }

    /** The value of a column by the name of its field. */
    @Override
    public @Nullable Object property(String name) {
        Column column = table().columnOfField(name);
        if (column == null) throw new IllegalArgumentException(table() + " has no column for \"" + name + "\"");
        return value(column);
    }

    /**
     * What the columns have together: the value of one column, or the list of several; null if one of them is null.
     * Equal keys are equal by {@code equals}.
     */
    public @Nullable Object key(List<Column> columns) {
        if (columns.size() == 1) return value(columns.getFirst());
        @Nullable Object[] parts = new Object[columns.size()];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = value(columns.get(i));
            if (parts[i] == null) return null;
        }
        return List.of(parts);
    }

    @Override
    public String toString() {
        return layout.table() + " " + layout.columns();
    }
}
