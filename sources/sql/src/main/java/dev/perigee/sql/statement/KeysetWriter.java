package dev.perigee.sql.statement;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes the predicate of the rows that lie behind a place in an order. What form serves an index differs: PostgreSQL, H2
 * and SQLite seek by row values, for which all columns must go the same way and have no nulls; where that is not so, a
 * guard on the first column keeps a range that they can seek by. MariaDB and MySQL seek by alternatives only.
 */
record KeysetWriter(SqlWriter sql, Form form, RowSource rows) {
    /** The form that a database serves best by an index. */
    enum Form {
        /** {@code (a, b) > (x, y)}, or {@code a >= x and (a > x or b > y)} where that says something else. */
        ROW_VALUES,
        /** {@code a > x or (a = x and b > y)}. */
        ALTERNATIVES
    }

    /** Where a value is, seen from another of the same column. */
    private enum Place {
        BEHIND,
        SAME_OR_BEHIND,
        SAME
    }

    /** @param isBefore whether the rows in front of the place are meant instead */
    void write(List<@Nullable Object> values, boolean isBefore) {
        if (form == Form.ROW_VALUES && isPlain()) writeRowValues(values, isBefore);
        else if (form == Form.ROW_VALUES) writeGuarded(values, isBefore, 0);
        else writeAlternatives(values, isBefore, 0);
    }

    private boolean isPlain() {
        List<Order> order = rows.order();
        for (Order each : order) {
            if (each.column().isNullable()
                    || each.isDescending() != order.getFirst().isDescending()) return false;
        }
        return true;
    }

    private void writeRowValues(List<@Nullable Object> values, boolean isBefore) {
        int size = rows.order().size();
        if (size > 1) sql.sql("(");
        for (int i = 0; i < size; i++) rows.writeOrderColumn(sql.comma(i), i);
        boolean isLess = rows.order().getFirst().isDescending() != isBefore;
        sql.sql(size > 1 ? ")" : "").sql(isLess ? " < " : " > ").sql(size > 1 ? "(" : "");
        for (int i = 0; i < size; i++) {
            sql.comma(i).value(rows.order().get(i).column().type(), values.get(i));
        }
        if (size > 1) sql.sql(")");
    }

    private void writeGuarded(List<@Nullable Object> values, boolean isBefore, int index) {
        if (index == values.size() - 1) {
            write(Place.BEHIND, values, isBefore, index);
            return;
        }
        write(Place.SAME_OR_BEHIND, values, isBefore, index);
        sql.sql(" and (");
        write(Place.BEHIND, values, isBefore, index);
        sql.sql(" or (");
        writeGuarded(values, isBefore, index + 1);
        sql.sql("))");
    }

    private void writeAlternatives(List<@Nullable Object> values, boolean isBefore, int index) {
        if (index == values.size() - 1) {
            write(Place.BEHIND, values, isBefore, index);
            return;
        }
        sql.sql("(");
        write(Place.BEHIND, values, isBefore, index);
        sql.sql(" or (");
        write(Place.SAME, values, isBefore, index);
        sql.sql(" and ");
        writeAlternatives(values, isBefore, index + 1);
        sql.sql("))");
    }

    private void write(Place place, List<@Nullable Object> values, boolean isBefore, int index) {
        Order order = rows.order().get(index);
        Object value = values.get(index);
        boolean nullsFirst = order.nullsFirst() != isBefore;
        if (value == null) writeFromNull(place, index, nullsFirst);
        else writeFromValue(place, value, order.isDescending() != isBefore, index, nullsFirst);
    }

    private void writeFromNull(Place place, int index, boolean nullsFirst) {
        if (place == Place.SAME || (place == Place.SAME_OR_BEHIND && !nullsFirst)) {
            rows.writeOrderColumn(sql, index);
            sql.sql(" is null");
        } else if (place == Place.BEHIND && nullsFirst) {
            rows.writeOrderColumn(sql, index);
            sql.sql(" is not null");
        } else {
            sql.sql(place == Place.BEHIND ? "1 = 0" : "1 = 1");
        }
    }

    private void writeFromValue(Place place, Object value, boolean isDescending, int index, boolean nullsFirst) {
        boolean nullsBehind = !nullsFirst
                && place != Place.SAME
                && rows.order().get(index).column().isNullable();
        if (nullsBehind) sql.sql("(");
        rows.writeOrderColumn(sql, index);
        sql.sql(
                switch (place) {
                    case SAME -> " = ";
                    case BEHIND -> isDescending ? " < " : " > ";
                    case SAME_OR_BEHIND -> isDescending ? " <= " : " >= ";
                });
        sql.value(rows.order().get(index).column().type(), value);
        if (!nullsBehind) return;
        sql.sql(" or ");
        rows.writeOrderColumn(sql, index);
        sql.sql(" is null)");
    }
}
