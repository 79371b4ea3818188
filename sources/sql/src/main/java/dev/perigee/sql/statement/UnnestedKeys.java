package dev.perigee.sql.statement;

import dev.perigee.sql.model.Column;
import java.util.List;

/**
 * Keys as a table that arrays are taken apart to, one for each column, joined to the tables that are read: an index of
 * all of the key's columns serves, which in H2 it doesn't for a list of keys.
 */
record UnnestedKeys(List<List<Object>> keys) implements KeyPredicate {
    private static final String ALIAS = "s";

    @Override
    public void writeTable(SqlWriter sql, List<Column> columns) {
        writeArrays(sql, columns, keys);
        sql.sql(" ").sql(ALIAS).sql("(");
        for (int i = 0; i < columns.size(); i++) sql.comma(i).sql("k").number(i);
        sql.sql(") cross join ");
    }

    @Override
    public void write(SqlWriter sql, String alias, List<Column> columns) {
        KeyPredicate.ofRow(ALIAS).write(sql, alias, columns);
    }

    static void writeArrays(SqlWriter sql, List<Column> columns, List<List<Object>> keys) {
        sql.sql("unnest(");
        for (int i = 0; i < columns.size(); i++) {
            sql.comma(i).bind(new Bind.Many(columns.get(i).type(), KeyPredicate.column(keys, i)));
        }
        sql.sql(")");
    }
}
