package dev.perigee.sql.statement;

/**
 * Pages by numbering the rows of each parent: right in every database, but all rows of the parents are read. The best
 * for many parents where there is no lateral join.
 */
record NumberedPages() implements ParentPages {
    @Override
    public void write(SelectWriter select) {
        SqlWriter sql = select.sql();
        boolean fromEnd = select.select().page().fromEnd();
        Projection projection = select.projection();
        sql.sql("select ");
        projection.writeLabels("r", "r");
        sql.sql(" from (select ");
        int count = projection.writeLabelledColumns(projection.writeLabelledKeys());
        sql.comma(count).sql("row_number() over (partition by ");
        int keyCount = select.writeKeyTerms(false);
        if (!select.select().order().isEmpty()) {
            sql.sql(" order by ");
            select.writeOrder(fromEnd);
        }
        sql.sql(") as n");
        select.rows().write(sql);
        sql.sql(") r where r.n <= ").number(select.select().page().limit()).sql(" order by ");
        for (int i = 0; i < keyCount; i++) sql.label("r", "k", i).sql(", ");
        sql.sql(fromEnd ? "r.n desc" : "r.n");
    }
}
