package dev.perigee.sql.statement;

import dev.perigee.sql.model.Column;
import java.util.List;

/**
 * Pages by a lateral join: for each key an index is read as far as the page goes and no further. PostgreSQL's arrays of
 * keys are taken apart by a function, which its planner doesn't mix with the query, and the limit keeps the inner query
 * in one piece, so the keys always drive the join.
 */
record LateralPages() implements ParentPages {
    @Override
    public void write(SelectWriter select) {
        SqlWriter sql = select.sql();
        Projection projection = select.projection();
        sql.sql("select ");
        projection.writeLabels("s", "r");
        sql.sql(" from ");
        Keys keys = select.select().keys();
        if (keys == null) throw new IllegalArgumentException("Pages of parents, without keys");
        List<Column> columns = keys.columns();
        UnnestedKeys.writeArrays(sql, columns, keys.values());
        sql.sql(" with ordinality s(");
        for (int i = 0; i < columns.size(); i++) sql.sql("k").number(i).sql(", ");
        sql.sql("n) cross join lateral (select ");
        projection.writeLabelledOrder(projection.writeLabelledColumns(0));
        select.rows().write(sql, KeyPredicate.ofRow("s"));
        select.writeOrderAndLimit(select.select().page().fromEnd());
        sql.sql(") r order by s.n");
        if (select.select().order().isEmpty()) return;
        sql.sql(", ");
        projection.writeOrderOfLabels("r", select.dialect().nulls());
    }
}
