package dev.perigee.sql.statement;

import dev.perigee.sql.model.Column;
import dev.perigee.sql.model.Table;

/**
 * Writes updates and deletes. Columns are told apart by the table's own name: not every database takes an alias here.
 */
record ChangeWriter(CommonDialect dialect, SqlWriter sql) {
    void write(Statement.Update update) {
        sql.sql("update ").table(update.table()).sql(" set ");
        int count = 0;
        for (Column column : update.columns()) {
            sql.comma(count).name(column.name()).sql(" = ");
            sql.value(column.type(), update.values().get(count++));
        }
        Column increment = update.increment();
        if (increment != null) {
            sql.comma(count).name(increment.name()).sql(" = ");
            sql.name(increment.name()).sql(" + 1");
        }
        writeWhere(update.table(), update.where());
    }

    void write(Statement.Delete delete) {
        sql.sql("delete from ").table(delete.table());
        writeWhere(delete.table(), delete.where());
    }

    private void writeWhere(Table table, Condition where) {
        if (where.equals(Condition.TRUE)) return;
        sql.sql(" where ");
        new ConditionWriter(dialect, sql).write(where, sql.quoted(table.name()));
    }
}
