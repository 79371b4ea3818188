package dev.perigee.sql.statement;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Pages by a limited query for each parent, all in one {@code union all}: for few parents. Their number is filled up to a
 * power of two by keys of nulls, which read nothing, so that there are few texts.
 *
 * @param open what a branch with an order of its own begins with
 */
record BranchPages(String open) implements ParentPages {
    @Override
    public void write(SelectWriter select) {
        SqlWriter sql = select.sql();
        Keys keys = select.select().keys();
        if (keys == null) throw new IllegalArgumentException("Pages of parents, without keys");
        Projection projection = select.projection();
        sql.sql("select ");
        projection.writeLabels("r", "r");
        sql.sql(" from (");
        int branches = Padding.size(keys.values().size());
        for (int i = 0; i < branches; i++) {
            if (i > 0) sql.sql(" union all ");
            sql.sql(open);
            select.writeLabelledPage(KeyPredicate.one(
                    i < keys.values().size()
                            ? keys.values().get(i)
                            : nulls(keys.columns().size())));
            sql.sql(")");
        }
        sql.sql(") r order by ");
        for (int i = 0; i < keys.columns().size(); i++) sql.comma(i).label("r", "k", i);
        if (select.select().order().isEmpty()) return;
        sql.sql(", ");
        projection.writeOrderOfLabels("r", select.dialect().nulls());
    }

    private static List<Object> nulls(int count) {
        return Collections.unmodifiableList(Arrays.asList(new Object[count]));
    }
}
