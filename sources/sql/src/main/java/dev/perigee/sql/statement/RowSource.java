package dev.perigee.sql.statement;

import dev.perigee.sql.model.Column;
import dev.perigee.sql.model.Relation.Join;
import dev.perigee.sql.model.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What rows are read from, {@code from} and {@code where}: the tables on the way from the keys to the rows, and what the
 * rows must be like. The table that is read is {@code t}; those on the way to it are {@code p0}, {@code p1} and so on.
 */
record RowSource(
        CommonDialect dialect,
        Table table,
        @Nullable Keys keys,
        boolean isDistinct,
        Condition where,
        List<Order> order,
        int edgeOrder,
        Page page) {
    static final String TARGET = "t";
    private static final String DISTINCT = "d";

    static RowSource of(CommonDialect dialect, Statement.Select select) {
        return new RowSource(
                dialect,
                select.table(),
                select.keys(),
                isDistinct(select.distinct(), select.keys()),
                select.where(),
                select.order(),
                select.edgeOrder(),
                select.page());
    }

    static RowSource of(CommonDialect dialect, Statement.Aggregate aggregate) {
        return new RowSource(
                dialect,
                aggregate.table(),
                aggregate.keys(),
                isDistinct(aggregate.distinct(), aggregate.keys()),
                aggregate.where(),
                List.of(),
                0,
                Page.ALL);
    }

    /** Without joins nothing leads to a row twice. */
    private static boolean isDistinct(boolean distinct, @Nullable Keys keys) {
        return distinct && keys != null && !keys.joins().isEmpty();
    }

    /** Any of the keys, or no keys at all. */
    void write(SqlWriter sql) {
        write(sql, keys == null ? null : KeyPredicate.any(dialect, keys.values()));
    }

    void write(SqlWriter sql, @Nullable KeyPredicate predicate) {
        sql.sql(" from ");
        boolean hasWhere = false;
        if (keys == null || predicate == null) {
            writeTable(sql, table, TARGET);
        } else if (isDistinct) {
            writeDistinct(sql, keys, predicate);
        } else {
            predicate.writeTable(sql, keys.columns());
            writePath(sql, keys, keys.joins().size());
            predicate.write(sql.sql(" where "), pathAlias(0), keys.columns());
            hasWhere = true;
        }
        if (!where.equals(Condition.TRUE)) {
            hasWhere = and(sql, hasWhere);
            new ConditionWriter(dialect, sql).write(where, TARGET);
        }
        List<@Nullable Object> after = page.after();
        if (after != null && !order.isEmpty()) {
            hasWhere = and(sql, hasWhere);
            new KeysetWriter(sql, dialect.keysetForm(), this).write(after, false);
        }
        List<@Nullable Object> before = page.before();
        if (before != null && !order.isEmpty()) {
            and(sql, hasWhere);
            new KeysetWriter(sql, dialect.keysetForm(), this).write(before, true);
        }
    }

    /** Writes a column of the keys. */
    void writeKey(SqlWriter sql, Keys keys, int index) {
        if (isDistinct) sql.label(DISTINCT, "k", index);
        else sql.column(pathAlias(0), keys.columns().get(index));
    }

    /** Writes a column that rows are sorted by. */
    void writeOrderColumn(SqlWriter sql, int index) {
        boolean isOfEdge = index >= order.size() - edgeOrder;
        sql.column(isOfEdge ? edgeAlias() : TARGET, order.get(index).column());
    }

    /** The alias of the table that has-through goes by. */
    String edgeAlias() {
        return keys == null || keys.joins().isEmpty()
                ? TARGET
                : pathAlias(keys.joins().size() - 1);
    }

    /** Whether a key may have several rows, for a limit and an order to matter: one that is unique has one at most. */
    boolean mayHaveSeveral() {
        return keys == null || !keys.joins().isEmpty() || !table.isUnique(keys.columns());
    }

    boolean hasOrder() {
        return !order.isEmpty() && mayHaveSeveral();
    }

    private static boolean and(SqlWriter sql, boolean hasWhere) {
        sql.sql(hasWhere ? " and " : " where ");
        return true;
    }

    private String pathAlias(int index) {
        if (keys == null || index == keys.joins().size()) return TARGET;
        return index == 0 ? "p0" : "p" + index;
    }

    private static void writeTable(SqlWriter sql, Table table, String alias) {
        sql.table(table).sql(" ").sql(alias);
    }

    private void writePath(SqlWriter sql, Keys keys, int length) {
        writeTable(sql, keys.table(), pathAlias(0));
        for (int i = 0; i < length; i++) {
            Join join = keys.joins().get(i);
            sql.sql(" join ");
            writeTable(sql, join.to(), pathAlias(i + 1));
            sql.sql(" on ");
            for (int j = 0; j < join.toColumns().size(); j++) {
                if (j > 0) sql.sql(" and ");
                sql.column(pathAlias(i + 1), join.toColumns().get(j)).sql(" = ");
                sql.column(pathAlias(i), join.fromColumns().get(j));
            }
        }
    }

    /**
     * A row has one set of values in the columns that the last join leads to. So of join rows that differ in neither key
     * nor those values, one is kept, before the row itself is read.
     */
    private void writeDistinct(SqlWriter sql, Keys keys, KeyPredicate predicate) {
        Join last = keys.joins().getLast();
        List<Column> from = last.fromColumns();
        sql.sql("(select distinct ");
        for (int i = 0; i < keys.columns().size(); i++) {
            sql.comma(i)
                    .column(pathAlias(0), keys.columns().get(i))
                    .sql(" as k")
                    .number(i);
        }
        for (int i = 0; i < from.size(); i++) {
            sql.sql(", ").column(edgeAlias(), from.get(i)).sql(" as j").number(i);
        }
        predicate.writeTable(sql.sql(" from "), keys.columns());
        writePath(sql, keys, keys.joins().size() - 1);
        predicate.write(sql.sql(" where "), pathAlias(0), keys.columns());
        sql.sql(") ").sql(DISTINCT).sql(" join ");
        writeTable(sql, table, TARGET);
        sql.sql(" on ");
        for (int i = 0; i < from.size(); i++) {
            if (i > 0) sql.sql(" and ");
            sql.column(TARGET, last.toColumns().get(i)).sql(" = ").label(DISTINCT, "j", i);
        }
    }
}
