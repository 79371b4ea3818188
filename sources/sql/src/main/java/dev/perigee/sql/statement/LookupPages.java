package dev.perigee.sql.statement;

import dev.perigee.sql.model.Column;
import java.util.List;

/**
 * Pages by way of the primary keys of their rows: for each key of a JSON list, those are read from an index as far as the
 * page goes, and the rows looked up by them. For SQLite, of rows that have the keys themselves.
 */
record LookupPages() implements ParentPages {
    /** Whether a select can be read in this way. */
    static boolean serves(Statement.Select select) {
        Keys keys = select.keys();
        return keys != null
                && keys.joins().isEmpty()
                && select.table().primaryKey().size() == 1
                && JsonKeys.canHold(keys.columns());
    }

    @Override
    public void write(SelectWriter select) {
        SqlWriter sql = select.sql();
        Keys keys = select.select().keys();
        if (keys == null) throw new IllegalArgumentException("Pages of parents, without keys");
        Column primaryKey = select.select().table().primaryKey().getFirst();
        sql.sql("select ");
        writeColumns(sql, keys.columns(), 0);
        writeColumns(sql, select.select().columns(), keys.columns().size());
        sql.sql(" from (");
        JsonKeys.writeTable(sql, keys.columns(), keys.values());
        sql.sql(") s cross join ").table(select.select().table()).sql(" r where ");
        sql.column("r", primaryKey).sql(" in (select ").column(RowSource.TARGET, primaryKey);
        select.rows().write(sql, KeyPredicate.ofRow("s"));
        select.writeOrderAndLimit(select.select().page().fromEnd());
        sql.sql(") order by ");
        writeColumns(sql, keys.columns(), 0);
        List<Order> order = select.select().order();
        if (order.isEmpty()) return;
        sql.sql(", ");
        new OrderWriter(sql, select.dialect().nulls())
                .write(order, false, i -> sql.column("r", order.get(i).column()));
    }

    private static void writeColumns(SqlWriter sql, List<Column> columns, int count) {
        for (Column column : columns) sql.comma(count++).column("r", column);
    }
}
