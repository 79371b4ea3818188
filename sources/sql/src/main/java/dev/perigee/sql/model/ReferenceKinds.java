package dev.perigee.sql.model;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes both sides of a foreign key the same kind of whole number: keys are compared as Java values, and an {@code int} that
 * refers to a {@code bigint} would never be equal to it. What is referred to decides; it holds all values of the other.
 */
final class ReferenceKinds {
    private final Map<TableName, CatalogTable> tables = new HashMap<>();

    ReferenceKinds(List<CatalogTable> tables) {
        for (CatalogTable table : tables) this.tables.put(table.name(), table);
    }

    SqlType type(CatalogTable table, CatalogColumn column) {
        SqlType type = column.type().type();
        if (!isWhole(type.kind())) return type;
        Kind kind = kind(table, column, new HashSet<>());
        return kind == type.kind() ? type : new SqlType(kind, type.databaseName(), 0, 0);
    }

    private Kind kind(CatalogTable table, CatalogColumn column, Set<CatalogColumn> seen) {
        Kind kind = column.type().type().kind();
        if (!seen.add(column)) return kind;
        for (CatalogForeignKey key : table.foreignKeys()) {
            int place = key.columns().indexOf(column.name());
            CatalogTable target = tables.get(key.target());
            if (place < 0 || target == null) continue;
            CatalogColumn referred = target.column(key.targetColumns().get(place));
            if (referred != null
                    && referred != column
                    && isWhole(referred.type().type().kind())) {
                return kind(target, referred, seen);
            }
        }
        return kind;
    }

    private static boolean isWhole(Kind kind) {
        return kind == Kind.INTEGER || kind == Kind.BIGINT;
    }
}
