package dev.perigee.sql.mutation;

import dev.perigee.sql.model.Column;
import dev.perigee.sql.model.Table;
import dev.perigee.sql.model.Table.UniqueKey;
import dev.perigee.sql.statement.Violation;
import dev.perigee.sql.statement.Violation.Rule;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The fields of the graph that a violation is about. None if that can't be told for sure, or if one of them is hidden:
 * half of a key would mislead.
 */
final class ViolatedFields {
    private ViolatedFields() {}

    static List<String> of(Violation violation, Table table) {
        if (violation.rule() == Rule.REFERRED) return List.of();
        if (violation.table() != null && !violation.table().equals(table.name())) return List.of();
        List<Column> columns = columns(violation, table);
        if (columns.stream().anyMatch(Column::isHidden)) return List.of();
        return columns.stream().map(Column::fieldName).toList();
    }

    private static List<Column> columns(Violation violation, Table table) {
        if (!violation.columns().isEmpty()) return known(violation.columns(), table);
        String constraint = violation.constraint();
        if (constraint == null) return List.of();
        return switch (violation.rule()) {
            case UNIQUE -> key(constraint, table);
            case CHECK -> checked(constraint, table);
            default -> List.of();
        };
    }

    private static List<Column> known(List<String> names, Table table) {
        List<Column> columns = new ArrayList<>();
        for (String name : names) {
            Column column = table.column(name);
            if (column == null) return List.of();
            columns.add(column);
        }
        return columns;
    }

    /** The key whose index is called so, if it is called as databases do by themselves. */
    private static List<Column> key(String index, Table table) {
        if (index.equalsIgnoreCase("PRIMARY") || index.equals(table.name() + "_pkey")) return table.primaryKey();
        Set<List<Column>> found = new LinkedHashSet<>();
        for (UniqueKey key : table.uniqueKeys()) {
            if (isCalled(index, key.columns(), table)) found.add(key.columns());
        }
        return found.size() == 1 ? found.iterator().next() : List.of();
    }

    /** MariaDB's name is that of the first column, with a number if it is taken; PostgreSQL's has all columns. */
    private static boolean isCalled(String index, List<Column> columns, Table table) {
        String first = columns.getFirst().name();
        boolean isNumbered = index.startsWith(first + "_")
                && index.substring(first.length() + 1).chars().allMatch(digit -> digit >= '0' && digit <= '9');
        String all = String.join("_", columns.stream().map(Column::name).toList());
        return index.equals(first) || isNumbered || index.equals(table.name() + "_" + all + "_key");
    }

    /** A constraint of a column is called like it, or {@code table_column_check}. */
    private static List<Column> checked(String constraint, Table table) {
        for (Column column : table.columns()) {
            if (constraint.equals(column.name()) || constraint.equals(table.name() + "_" + column.name() + "_check")) {
                return List.of(column);
            }
        }
        return List.of();
    }
}
