package dev.perigee.sql.statement;

import dev.perigee.sql.model.Column;
import dev.perigee.sql.model.Table;
import java.util.List;

/** What dialects have in common. Each one says where it differs. */
abstract class CommonDialect implements Dialect {
    /** How the place of nulls in an order is said. */
    enum Nulls {
        /** {@code nulls first}, {@code nulls last}. */
        BY_WORD,
        /** Not at all: they are less than all values, and a term of their own has to move them. */
        LEAST
    }

    private final String name;
    private final char quote;
    private final int maxKeys;

    CommonDialect(String name, char quote, int maxKeys) {
        this.name = name;
        this.quote = quote;
        this.maxKeys = maxKeys;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int maxKeys() {
        return maxKeys;
    }

    @Override
    public Sql write(Statement statement) {
        SqlWriter sql = new SqlWriter(quote);
        switch (statement) {
            case Statement.Select select -> SelectWriter.of(this, sql, select).write();
            case Statement.Aggregate aggregate -> new AggregateWriter(this, sql).write(aggregate);
            case Statement.Union union -> new UnionWriter(this, sql).write(union);
            case Statement.Insert insert -> writeInsert(sql, insert);
            case Statement.Update update -> new ChangeWriter(this, sql).write(update);
            case Statement.Delete delete -> new ChangeWriter(this, sql).write(delete);
        }
        return sql.finish();
    }

    /** The best way to read pages of so many parents, which are at least two. */
    abstract ParentPages pages(int parents, SelectWriter select);

    /** Says that a column is one of at least two values. */
    abstract void writeIn(SqlWriter sql, String alias, Column column, List<Object> values);

    /** Any of at least two keys of at least two columns. */
    abstract KeyPredicate compositeKeys(List<List<Object>> keys);

    abstract void writeLike(SqlWriter sql, String alias, Column column, LikePattern pattern);

    void writeInsert(SqlWriter sql, Statement.Insert insert) {
        InsertWriter writer = new InsertWriter(sql);
        writer.write(insert);
        writer.writeReturning(insert.returning());
    }

    void writeFigure(SqlWriter sql, String alias, Statement.Figure figure) {
        Column column = figure.column();
        if (column == null) {
            sql.sql("count(*)");
            return;
        }
        sql.sql(functionName(figure.function())).sql("(").column(alias, column).sql(")");
    }

    static String functionName(Statement.Function function) {
        return switch (function) {
            case COUNT -> "count";
            case MIN -> "min";
            case MAX -> "max";
            case SUM -> "sum";
            case AVERAGE -> "avg";
        };
    }

    /** A null that may stand in the place of a column, in a query that is put together with others. */
    void writeNull(SqlWriter sql, Table table, Column column) {
        sql.sql("null");
    }

    Nulls nulls() {
        return Nulls.BY_WORD;
    }

    KeysetWriter.Form keysetForm() {
        return KeysetWriter.Form.ROW_VALUES;
    }

    /** Whether the key has to be named in the order of one parent's rows for an index to serve. */
    boolean sortsByKeyOfOneParent() {
        return false;
    }

    /** Says that a column is one of the values by a placeholder for each; the last is repeated to fill up. */
    static void writeList(SqlWriter sql, String alias, Column column, List<Object> values) {
        sql.column(alias, column).sql(" in (");
        int size = Padding.size(values.size());
        for (int i = 0; i < size; i++) {
            sql.comma(i).value(column.type(), values.get(Math.min(i, values.size() - 1)));
        }
        sql.sql(")");
    }

    /** Says that columns are one of the keys by placeholders, as {@link #writeList}. */
    static void writeKeyList(SqlWriter sql, String alias, List<Column> columns, String open, List<List<Object>> keys) {
        writeKeyColumns(sql, alias, columns);
        sql.sql(" in (").sql(open);
        int size = Padding.size(keys.size());
        for (int i = 0; i < size; i++) {
            List<Object> key = keys.get(Math.min(i, keys.size() - 1));
            sql.comma(i).sql("(");
            for (int j = 0; j < columns.size(); j++)
                sql.comma(j).value(columns.get(j).type(), key.get(j));
            sql.sql(")");
        }
        sql.sql(")");
    }

    /** The columns as one row value. */
    static void writeKeyColumns(SqlWriter sql, String alias, List<Column> columns) {
        sql.sql("(");
        for (int i = 0; i < columns.size(); i++) sql.comma(i).column(alias, columns.get(i));
        sql.sql(")");
    }
}
