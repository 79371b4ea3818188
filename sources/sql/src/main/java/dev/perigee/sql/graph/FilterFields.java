package dev.perigee.sql.graph;

import dev.perigee.sql.model.Column;
import dev.perigee.sql.model.Relation;
import dev.perigee.sql.model.Table;
import java.util.HashMap;
import java.util.Map;

/** What the fields of a table's filter stand for. Immutable. */
record FilterFields(Map<String, Column> columns, Map<String, Relation> relations) {
    static FilterFields of(Table table, GraphShape shape, GraphNames names) {
        Map<String, Column> columns = new HashMap<>();
        for (Column column : shape.filterColumns(table)) {
            columns.put(names.filterField(table, column.fieldName()), column);
        }
        Map<String, Relation> relations = new HashMap<>();
        for (Relation relation : shape.filterRelations(table)) {
            relations.put(names.filterField(table, relation.fieldName()), relation);
        }
        return new FilterFields(Map.copyOf(columns), Map.copyOf(relations));
    }
}
