package dev.perigee.sql.hydration;

import dev.perigee.sql.database.Row;
import dev.perigee.sql.model.Column;
import dev.perigee.sql.model.RecordMaker;
import dev.perigee.sql.model.Table;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Rows as instances of the record that describes their table: what was not read is null, or zero. Immutable. */
final class RecordView implements UnaryOperator<Object> {
    private final Table table;
    private final RecordMaker maker;
    private final int[] componentOf;

    /** @throws IllegalArgumentException if no record describes the table */
    RecordView(Table table) {
        Class<? extends Record> recordClass = table.recordClass();
        if (recordClass == null) throw new IllegalArgumentException("No record describes the table " + table);
        this.table = table;
        this.maker = RecordMaker.of(recordClass);
        this.componentOf = table.columns().stream()
                .mapToInt(column -> maker.indexOf(column.fieldName()))
                .toArray();
    }

    @Override
    public Object apply(Object value) {
        return value instanceof Row row && row.table() == table ? make(row) : value;
    }

    private Object make(Row row) {
        @Nullable Object[] values = new Object[maker.size()];
        for (Column column : row.layout().columns()) {
            int component = componentOf[column.ordinal()];
            if (component >= 0) values[component] = row.value(column);
        }
        return maker.make(values);
    }
}
