package dev.perigee.sql.model;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Compares a has or a belongs-to with the keys and indexes of the database. */
final class RelationCheck {
    private final Relation relation;
    private final Relation.Join join;
    private final CatalogTable from;
    private final CatalogTable to;
    private final Findings findings;

    RelationCheck(Relation relation, CatalogTable from, CatalogTable to, Findings findings) {
        this.relation = relation;
        this.join = relation.path().getFirst();
        this.from = from;
        this.to = to;
        this.findings = findings;
    }

    void check() {
        List<String> columns = names(join.fromColumns()), otherColumns = names(join.toColumns());
        if (!areThere(from, columns) || !areThere(to, otherColumns) || to.isView()) return;
        if (!to.isIndexed(otherColumns)) {
            findings.warning(
                    place(),
                    "no index begins with " + String.join(", ", otherColumns) + " of " + join.to()
                            + ", so that each request reads the whole table",
                    "Create one");
        }
        if (!relation.isMany() && !to.isUnique(otherColumns)) {
            findings.warning(
                    place(),
                    "the database lets several rows of " + join.to() + " have the same "
                            + String.join(", ", otherColumns) + ", of which one is taken",
                    "Add a unique constraint there");
        }
        if (relation.isRequired() && !isForeignKey(columns, otherColumns)) {
            findings.warning(
                    place(),
                    "no foreign key holds that there is always one, and the graph says so",
                    "Add the foreign key, or let " + String.join(", ", columns) + " be null");
        }
    }

    private boolean isForeignKey(List<String> columns, List<String> otherColumns) {
        return from.foreignKeys().stream()
                .anyMatch(key -> key.target().equals(to.name())
                        && pairs(key.columns(), key.targetColumns()).equals(pairs(columns, otherColumns)));
    }

    /** In any order. */
    private static Set<String> pairs(List<String> columns, List<String> otherColumns) {
        Set<String> pairs = new HashSet<>();
        for (int i = 0; i < columns.size(); i++) pairs.add(columns.get(i) + " = " + otherColumns.get(i));
        return pairs;
    }

    private static boolean areThere(CatalogTable table, List<String> columns) {
        return columns.stream().allMatch(column -> table.column(column) != null);
    }

    private static List<String> names(List<Column> columns) {
        return columns.stream().map(Column::name).toList();
    }

    private String place() {
        return join.from().typeName() + "." + relation.fieldName();
    }
}
