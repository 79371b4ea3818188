package dev.perigee.sql.statement;

import dev.perigee.sql.model.Column;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result's columns of a select: as they are, or under labels for a query around it to give on. Labels are {@code k0},
 * {@code k1} for the key, {@code c0}, {@code c1} for edge and columns, {@code o0}, {@code o1} for what it is sorted by.
 */
record Projection(SqlWriter sql, Statement.Select select, RowSource rows) {
    /** The columns as they are. */
    void write() {
        int count = writeKeys(false);
        count = writeColumns(select.edge(), rows.edgeAlias(), count);
        count = writeColumns(select.columns(), RowSource.TARGET, count);
        if (count == 0) sql.sql("1");
    }

    private int writeColumns(List<Column> columns, String alias, int count) {
        for (Column column : columns) sql.comma(count++).column(alias, column);
        return count;
    }

    /** The key's columns under labels. Gives their number. */
    int writeLabelledKeys() {
        return writeKeys(true);
    }

    private int writeKeys(boolean isLabelled) {
        Keys keys = select.keys();
        if (keys == null) return 0;
        for (int i = 0; i < keys.columns().size(); i++) {
            rows.writeKey(sql.comma(i), keys, i);
            if (isLabelled) sql.sql(" as k").number(i);
        }
        return keys.columns().size();
    }

    /** Edge and columns under labels, behind {@code count} others. Gives the number of all. */
    int writeLabelledColumns(int count) {
        int label = 0;
        for (Column column : select.edge()) {
            sql.comma(count++).column(rows.edgeAlias(), column).sql(" as c").number(label++);
        }
        for (Column column : select.columns()) {
            sql.comma(count++).column(RowSource.TARGET, column).sql(" as c").number(label++);
        }
        return count;
    }

    /** What the select is sorted by under labels, behind {@code count} other columns. */
    void writeLabelledOrder(int count) {
        for (int i = 0; i < select.order().size(); i++) {
            rows.writeOrderColumn(sql.comma(count++), i);
            sql.sql(" as o").number(i);
        }
        if (count == 0) sql.sql("1");
    }

    /** The labels in the query around it, which has the key's in one alias and the others in another. */
    void writeLabels(@Nullable String keyAlias, String alias) {
        int count = 0;
        Keys keys = select.keys();
        if (keys != null && keyAlias != null) {
            for (; count < keys.columns().size(); count++) sql.comma(count).label(keyAlias, "k", count);
        }
        int columns = select.edge().size() + select.columns().size();
        for (int i = 0; i < columns; i++) sql.comma(count++).label(alias, "c", i);
        if (count == 0) sql.sql("1");
    }

    /** Terms that sort by the labels, in the select's order. */
    void writeOrderOfLabels(String alias, CommonDialect.Nulls nulls) {
        new OrderWriter(sql, nulls).write(select.order(), false, i -> sql.label(alias, "o", i));
    }
}
