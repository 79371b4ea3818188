package dev.perigee.service;

import dev.perigee.sql.hydration.RecordSelection;
import dev.perigee.sql.model.Column;
import dev.perigee.sql.model.Table;
import java.lang.invoke.MethodHandle;
import java.util.BitSet;
import java.util.List;

/** The primary key of a table's records: the value of its column; of several, the list of them. Immutable. */
final class RecordKey {
    private final List<Column> columns;
    private final List<MethodHandle> components;

    private RecordKey(List<Column> columns, List<MethodHandle> components) {
        this.columns = columns;
        this.components = components;
    }

    static RecordKey of(Table table) {
        List<Column> columns = table.primaryKey();
        return new RecordKey(
                columns,
                columns.stream()
                        .map(column -> ShapeCompiler.accessor(table, column))
                        .toList());
    }

    /** The selection with the key. */
    RecordSelection in(RecordSelection selection) {
        BitSet read = selection.columns();
        for (Column column : columns) read.set(column.ordinal());
        return new RecordSelection(selection.table(), read, selection.relations(), selection.maker(), selection.most());
    }

    /** @param from a record that was read with its key */
    Object of(Object from) {
        List<Object> values =
                components.stream().map(component -> value(component, from)).toList();
        return values.size() == 1 ? values.getFirst() : values;
    }

    private static Object value(MethodHandle component, Object from) {
        Object value = Filling.component(component, from);
        if (value == null) throw new IllegalStateException("The key of " + from + " is null");
        return value;
    }
}
