package dev.perigee.sql.hydration;

import dev.perigee.sql.database.Layout;
import dev.perigee.sql.database.Row;
import dev.perigee.sql.model.Column;
import dev.perigee.sql.model.Kind;
import dev.perigee.sql.model.Table;
import java.lang.invoke.MethodHandle;
import java.lang.reflect.RecordComponent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The objects of a table's type as rows: rows as they are, and of what roots and loaders in Java give, the records that
 * describe the table, by their components. Immutable.
 */
final class ParentRows {
    private final Layout layout;
    private final @Nullable Class<? extends Record> recordClass;
    /** By the ordinals of columns; empty without a record. */
    private final List<MethodHandle> components;

    ParentRows(Table table) {
        this.layout = new Layout(table, table.columns());
        this.recordClass = table.recordClass();
        this.components = recordClass == null ? List.of() : components(recordClass, table.columns());
    }

    /** The row that an object stands for; null if it is of something else. */
    @Nullable Row row(Object parent) {
        if (parent instanceof Row row) return row;
        if (recordClass == null || !recordClass.isInstance(parent)) return null;
        @Nullable Object[] values = new Object[components.size()];
        for (int i = 0; i < values.length; i++) values[i] = component(parent, i);
        return new Row(layout, values);
    }

    /**
     * The value of a column, of the class of its kind.
     *
     * @throws ClassCastException if the object is neither a row nor a record of the table
     */
    @Nullable Object value(Object parent, int ordinal) {
        if (parent instanceof Row row) return row.value(ordinal);
        if (recordClass == null || !recordClass.isInstance(parent)) {
            throw new ClassCastException(
                    "A " + parent.getClass().getName() + " is neither a row nor a record of " + layout.table());
        }
        return component(parent, ordinal);
    }

    private @Nullable Object component(Object parent, int ordinal) {
        Object value = read(components.get(ordinal), parent);
        Kind kind = layout.columns().get(ordinal).type().kind();
        Object converted = KeyColumns.as(value, kind);
        if (converted == null && value != null) {
            throw new IllegalArgumentException(layout.columns().get(ordinal) + " can't have a value of its component");
        }
        return converted;
    }

    private static @Nullable Object read(MethodHandle component, Object parent) {
        try {
            return (Object) component.invokeExact(parent);
        } catch (RuntimeException | Error e) {
            throw e; // the record's own, from its accessor
        } catch (Throwable e) {
            throw new IllegalStateException(
                    "An accessor of " + parent.getClass().getSimpleName() + " failed", e);
        }
    }

    private static List<MethodHandle> components(Class<? extends Record> recordClass, List<Column> columns) {
        return columns.stream()
                .map(column -> accessor(recordClass, column.fieldName()))
                .toList();
    }

    private static MethodHandle accessor(Class<? extends Record> recordClass, String name) {
        for (RecordComponent component : recordClass.getRecordComponents()) {
            if (component.getName().equals(name)) return RecordMethod.handle(component.getAccessor());
        }
        throw new IllegalArgumentException(recordClass.getName() + " has no component " + name);
    }
}
