package dev.perigee.sql.statement;

import dev.perigee.sql.model.Column;
import java.util.List;

/**
 * Writes several selects as one. A {@code union all} keeps no order of its branches, so rows are numbered within each
 * and sorted around them, where any branch has an order.
 */
record UnionWriter(CommonDialect dialect, SqlWriter sql) {
    void write(Statement.Union union) {
        List<Statement.Select> selects = union.selects();
        boolean hasOrder = false;
        int count = selects.getFirst().columns().size();
        for (Statement.Select select : selects) {
            hasOrder |= RowSource.of(dialect, select).hasOrder();
            count += keyColumns(select).size();
        }
        if (hasOrder) {
            sql.sql("select u.b");
            for (int i = 0; i < count; i++) sql.sql(", ").label("u", "c", i);
            sql.sql(" from (");
        }
        for (int i = 0; i < selects.size(); i++) {
            if (i > 0) sql.sql(" union all ");
            writeBranch(selects, i, hasOrder);
        }
        if (hasOrder) sql.sql(") u order by u.b, u.o");
    }

    private static List<Column> keyColumns(Statement.Select select) {
        Keys keys = select.keys();
        if (keys == null) throw new IllegalArgumentException("A select in a union, without keys");
        return keys.columns();
    }

    private void writeBranch(List<Statement.Select> selects, int branch, boolean hasOrder) {
        Statement.Select select = selects.get(branch);
        SelectWriter writer = SelectWriter.of(dialect, sql, select);
        sql.sql("select ").number(branch).sql(" as b");
        int label = 0;
        for (int i = 0; i < selects.size(); i++) {
            Keys keys = selects.get(i).keys();
            for (int j = 0; keys != null && j < keys.columns().size(); j++) {
                sql.sql(", ");
                if (i == branch) writer.rows().writeKey(sql, keys, j);
                else dialect.writeNull(sql, keys.table(), keys.columns().get(j));
                sql.sql(" as c").number(label++);
            }
        }
        for (Column column : select.columns()) {
            sql.sql(", ").column(RowSource.TARGET, column).sql(" as c").number(label++);
        }
        if (hasOrder) writeNumber(writer);
        writer.rows().write(sql);
    }

    private void writeNumber(SelectWriter writer) {
        if (!writer.rows().hasOrder()) {
            sql.sql(", 0 as o");
            return;
        }
        sql.sql(", row_number() over (order by ");
        writer.writeKeyTerms(false);
        sql.sql(", ");
        writer.writeOrder(false);
        sql.sql(") as o");
    }
}
