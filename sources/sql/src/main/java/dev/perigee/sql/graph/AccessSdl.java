package dev.perigee.sql.graph;

import dev.perigee.data.AccessRule;
import dev.perigee.data.Otherwise;
import dev.perigee.sql.model.Column;
import dev.perigee.sql.model.Relation;
import dev.perigee.sql.model.Table;
import dev.perigee.sql.model.TableRules;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The access rules of a model as directives in a schema. */
final class AccessSdl {
    private AccessSdl() {}

    /** Behind the name of a type that shows rows of a table. */
    static String ofRows(Table table) {
        return directives(TableRules.of(table));
    }

    /** The type of a field that shows a column, and its directives. */
    static String column(String type, Table table, Column column) {
        List<AccessRule> rules = TableRules.of(table, column.fieldName());
        return nullable(type, rules) + directives(rules);
    }

    /** As {@link #column}, where the field stands at a join row of which nothing else is seen. */
    static String edgeColumn(String type, Table table, Column column) {
        List<AccessRule> rules = new ArrayList<>(TableRules.of(table, column.fieldName()));
        rules.addAll(TableRules.of(table));
        return nullable(type, rules) + directives(rules);
    }

    /** The type of a field that shows what a relation leads to, and its directives. */
    static String relation(String type, Relation relation) {
        List<AccessRule> rules = TableRules.of(relation.owner(), relation.fieldName());
        return rows(nullable(type, rules), relation.target()) + directives(rules);
    }

    /** The type of a field that shows rows: null for some callers, where the rules of the rows say so. */
    static String rows(String type, Table table) {
        return nullable(type, TableRules.of(table));
    }

    /** Of a field that tells about rows without showing one. */
    static String about(String type, Table table) {
        return rows(type, table) + ofRows(table);
    }

    /** What is not to be seen is not to be given either. */
    static String givenColumn(String type, Table table, Column column) {
        return type + given(TableRules.of(table, column.fieldName()));
    }

    static String givenRelation(String type, Relation relation) {
        List<AccessRule> rules = new ArrayList<>(TableRules.of(relation.owner(), relation.fieldName()));
        rules.addAll(TableRules.of(relation.target()));
        return type + given(rules);
    }

    private static String nullable(String type, List<AccessRule> rules) {
        boolean isNull = rules.stream().anyMatch(rule -> rule.otherwise() == Otherwise.NULL);
        return isNull && type.endsWith("!") ? type.substring(0, type.length() - 1) : type;
    }

    private static String given(List<AccessRule> rules) {
        return directives(
                rules.stream().map(rule -> rule.otherwise(Otherwise.ERROR)).toList());
    }

    /** A directive stands at one place once; a column that says what its rows say has said it. */
    private static String directives(Collection<AccessRule> rules) {
        StringBuilder text = new StringBuilder();
        rules.stream()
                .map(AccessRule::directive)
                .distinct()
                .forEach(one -> text.append(' ').append(one));
        return text.toString();
    }
}
