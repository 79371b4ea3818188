package dev.perigee.sql.statement;

import dev.perigee.sql.model.Column;
import dev.perigee.sql.model.Relation.Join;
import dev.perigee.sql.model.Table;
import java.util.List;

/**
 * Where a statement starts from: the rows of a table whose columns have one of several values, and from there by joins to
 * the table that is read.
 *
 * @param table whose columns have the values: the one that is read, or the first to be joined
 * @param columns at least one
 * @param joins from {@code table} to the table that is read; none if they are the same
 * @param values distinct, none of them null, at least one: a list of as many values as there are columns
 */
public record Keys(Table table, List<Column> columns, List<Join> joins, List<List<Object>> values) {
    public Keys {
        columns = List.copyOf(columns);
        joins = List.copyOf(joins);
    }

    /** The table that is read. */
    public Table target() {
        return joins.isEmpty() ? table : joins.getLast().to();
    }
}
