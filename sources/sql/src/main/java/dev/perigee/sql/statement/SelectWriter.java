package dev.perigee.sql.statement;

import org.jspecify.annotations.Nullable;

/** Writes a select: directly, or with the page of each parent for itself in the way that the dialect serves best. */
record SelectWriter(CommonDialect dialect, SqlWriter sql, Statement.Select select, RowSource rows) {
    static SelectWriter of(CommonDialect dialect, SqlWriter sql, Statement.Select select) {
        return new SelectWriter(dialect, sql, select, RowSource.of(dialect, select));
    }

    void write() {
        Page page = select.page();
        if (!page.isLimited() || !rows.mayHaveSeveral()) writeAll();
        else if (parents() > 1) dialect.pages(parents(), this).write(this);
        else if (page.fromEnd() && !select.order().isEmpty()) writeLast();
        else writeFirst();
    }

    Projection projection() {
        return new Projection(sql, select, rows);
    }

    int parents() {
        Keys keys = select.keys();
        return keys == null ? 0 : keys.values().size();
    }

    private void writeAll() {
        sql.sql("select ");
        projection().write();
        rows.write(sql);
        if (!rows.hasOrder()) return;
        if (parents() < 2) {
            writeOrderOfOneParent(false);
            return;
        }
        sql.sql(" order by ");
        writeKeyTerms(false);
        sql.sql(", ");
        writeOrder(false);
    }

    private void writeFirst() {
        sql.sql("select ");
        projection().write();
        rows.write(sql);
        writeOrderAndLimit(false);
    }

    /** The last rows are found from the end and turned round in the query around it. */
    private void writeLast() {
        sql.sql("select ");
        projection().writeLabels("r", "r");
        sql.sql(" from (");
        writeLabelledPage(
                select.keys() == null
                        ? null
                        : KeyPredicate.any(dialect, select.keys().values()));
        sql.sql(") r order by ");
        projection().writeOrderOfLabels("r", dialect.nulls());
    }

    /** The page of one parent, with all labels. */
    void writeLabelledPage(@Nullable KeyPredicate predicate) {
        sql.sql("select ");
        Projection projection = projection();
        projection.writeLabelledOrder(projection.writeLabelledColumns(projection.writeLabelledKeys()));
        rows.write(sql, predicate);
        writeOrderAndLimit(select.page().fromEnd());
    }

    void writeOrderAndLimit(boolean isReversed) {
        if (!select.order().isEmpty()) writeOrderOfOneParent(isReversed);
        sql.sql(" limit ").number(select.page().limit());
    }

    /**
     * A parent's key is the same in all of its rows. H2 takes the order from an index that begins with the key only if
     * the key is named in the order too, going the same way; others do without.
     */
    private void writeOrderOfOneParent(boolean isReversed) {
        sql.sql(" order by ");
        boolean isDescending = select.order().getFirst().isDescending() != isReversed;
        if (dialect.sortsByKeyOfOneParent() && writeKeyTerms(isDescending) > 0) sql.sql(", ");
        writeOrder(isReversed);
    }

    void writeOrder(boolean isReversed) {
        new OrderWriter(sql, dialect.nulls()).write(select.order(), isReversed, i -> rows.writeOrderColumn(sql, i));
    }

    int writeKeyTerms(boolean isDescending) {
        Keys keys = select.keys();
        if (keys == null) return 0;
        for (int i = 0; i < keys.columns().size(); i++) {
            rows.writeKey(sql.comma(i), keys, i);
            if (isDescending) sql.sql(" desc");
        }
        return keys.columns().size();
    }
}
