package dev.perigee.sql.statement;

import java.util.List;
import java.util.function.IntConsumer;

/**
 * Writes what rows are sorted by. Where nulls go is said of columns that may be null alone: of others it would only keep
 * an index from being used.
 */
record OrderWriter(SqlWriter sql, CommonDialect.Nulls nulls) {
    /**
     * @param isReversed whether from the other end
     * @param column writes the column of an index in {@code order}
     */
    void write(List<Order> order, boolean isReversed, IntConsumer column) {
        for (int i = 0; i < order.size(); i++) {
            write(order.get(i), isReversed, i, column, sql.comma(i));
        }
    }

    private void write(Order order, boolean isReversed, int index, IntConsumer column, SqlWriter sql) {
        boolean isDescending = order.isDescending() != isReversed;
        boolean nullsFirst = order.nullsFirst() != isReversed;
        boolean isNullable = order.column().isNullable();
        // Where nulls can't be placed by a word they are the least of all values, so that half of the cases need
        // nothing.
        if (isNullable && nulls == CommonDialect.Nulls.LEAST && nullsFirst == isDescending) {
            column.accept(index);
            sql.sql(nullsFirst ? " is null desc, " : " is null, ");
        }
        column.accept(index);
        if (isDescending) sql.sql(" desc");
        if (isNullable && nulls == CommonDialect.Nulls.BY_WORD) {
            sql.sql(nullsFirst ? " nulls first" : " nulls last");
        }
    }
}
