package dev.perigee.sql.statement;

import dev.perigee.sql.model.Relation;
import dev.perigee.sql.model.Relation.Join;
import java.util.List;

/** Writes conditions about the rows of an alias. */
record ConditionWriter(CommonDialect dialect, SqlWriter sql) {
    private static final String TRUE = "1 = 1";
    private static final String FALSE = "1 = 0";

    void write(Condition condition, String alias) {
        switch (condition) {
            case Condition.And and -> writeAll(and.all(), " and ", TRUE, alias);
            case Condition.Or or -> writeAll(or.any(), " or ", FALSE, alias);
            case Condition.Not not -> {
                sql.sql("not (");
                write(not.condition(), alias);
                sql.sql(")");
            }
            case Condition.Compare compare -> writeComparison(compare, alias);
            case Condition.In in -> writeIn(in, alias);
            case Condition.IsNull isNull -> sql.column(alias, isNull.column()).sql(" is null");
            case Condition.Exists exists -> writeExists(exists, alias);
        }
    }

    private void writeAll(List<Condition> conditions, String between, String none, String alias) {
        if (conditions.isEmpty()) {
            sql.sql(none);
            return;
        }
        if (conditions.size() > 1) sql.sql("(");
        for (int i = 0; i < conditions.size(); i++) {
            if (i > 0) sql.sql(between);
            write(conditions.get(i), alias);
        }
        if (conditions.size() > 1) sql.sql(")");
    }

    private void writeComparison(Condition.Compare compare, String alias) {
        if (compare.operator() == Condition.Operator.LIKE) {
            dialect.writeLike(sql, alias, compare.column(), LikePattern.of((String) compare.value()));
            return;
        }
        sql.column(alias, compare.column())
                .sql(" ")
                .sql(symbol(compare.operator()))
                .sql(" ");
        sql.value(compare.column().type(), compare.value());
    }

    private static String symbol(Condition.Operator operator) {
        return switch (operator) {
            case EQUAL -> "=";
            case NOT_EQUAL -> "<>";
            case LESS -> "<";
            case LESS_OR_EQUAL -> "<=";
            case GREATER -> ">";
            case GREATER_OR_EQUAL -> ">=";
            case LIKE -> "like";
        };
    }

    private void writeIn(Condition.In in, String alias) {
        switch (in.values().size()) {
            case 0 -> sql.sql(FALSE);
            case 1 ->
                sql.column(alias, in.column())
                        .sql(" = ")
                        .value(in.column().type(), in.values().getFirst());
            default -> dialect.writeIn(sql, alias, in.column(), in.values());
        }
    }

    private void writeExists(Condition.Exists exists, String alias) {
        Relation relation = exists.relation();
        Join first = relation.path().getFirst();
        String firstAlias = sql.newAlias();
        sql.sql("exists (select 1 from ").table(first.to()).sql(" ").sql(firstAlias);
        String last = firstAlias;
        for (Join join : relation.path().subList(1, relation.path().size())) {
            String next = sql.newAlias();
            sql.sql(" join ").table(join.to()).sql(" ").sql(next).sql(" on ");
            writeJoin(join, last, next);
            last = next;
        }
        sql.sql(" where ");
        writeJoin(first, alias, firstAlias);
        if (!exists.condition().equals(Condition.TRUE)) {
            sql.sql(" and ");
            write(exists.condition(), last);
        }
        sql.sql(")");
    }

    private void writeJoin(Join join, String from, String to) {
        for (int i = 0; i < join.toColumns().size(); i++) {
            if (i > 0) sql.sql(" and ");
            sql.column(to, join.toColumns().get(i))
                    .sql(" = ")
                    .column(from, join.fromColumns().get(i));
        }
    }
}
