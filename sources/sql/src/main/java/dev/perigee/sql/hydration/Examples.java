package dev.perigee.sql.hydration;

import dev.perigee.data.Arguments;
import dev.perigee.data.Context;
import dev.perigee.data.SelectedField;
import dev.perigee.data.SourceRun;
import dev.perigee.schema.ObjectType;
import dev.perigee.sql.model.Column;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;

/** Stands in for a request where statements are shown before there is one: everything is included, keys are made up. */
final class Examples implements SourceRun {
    static final SourceRun RUN = new Examples();

    private Examples() {}

    /** Two keys, as the statement for one is another. */
    static List<List<Object>> keys(List<Column> columns) {
        return List.of(key(columns, 1), key(columns, 2));
    }

    private static List<Object> key(List<Column> columns, int number) {
        return columns.stream().map(column -> value(column, number)).toList();
    }

    private static Object value(Column column, int number) {
        return switch (column.type().kind()) {
            case BOOLEAN -> number == 1;
            case INTEGER -> number;
            case BIGINT -> (long) number;
            case DECIMAL -> BigDecimal.valueOf(number);
            case DOUBLE -> (double) number;
            case TEXT, JSON -> Integer.toString(number);
            case UUID -> new UUID(0, number);
            case DATE -> LocalDate.ofEpochDay(number);
            case TIME -> LocalTime.ofSecondOfDay(number);
            case TIMESTAMP -> LocalDateTime.of(2000, 1, number, 0, 0);
            case INSTANT -> Instant.ofEpochSecond(number);
            case BINARY -> new byte[] {(byte) number};
        };
    }

    @Override
    public Context context() {
        throw new IllegalStateException("There is no request");
    }

    @Override
    public Object conditions() {
        return this;
    }

    @Override
    public Arguments arguments(SelectedField field) {
        Arguments constant = field.constantArguments();
        return constant == null ? Arguments.NONE : constant;
    }

    @Override
    public boolean isIncluded(SelectedField field) {
        return true;
    }

    @Override
    public List<? extends SelectedField> included(SelectedField field, ObjectType type) {
        return field.selected(type);
    }

    @Override
    public void atEndOfField(EndAction action) {
        throw new IllegalStateException("There is no request");
    }
}
