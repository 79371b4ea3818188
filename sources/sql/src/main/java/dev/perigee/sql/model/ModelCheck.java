package dev.perigee.sql.model;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Compares a model made of records with the database that it is used with: when a server starts, and in tests. */
public final class ModelCheck {
    private ModelCheck() {}

    /**
     * All that does not fit, by table, in the order of the model; none where all is well. Only reads.
     *
     * @throws SQLException if the database can't be read, or is none that Perigee knows
     */
    public static List<Finding> check(Model model, Connection connection) throws SQLException {
        Catalog catalog = Catalog.of(connection);
        Map<TableName, CatalogTable> found = found(model, catalog);
        Findings findings = new Findings();
        for (Table table : model.tables()) {
            CatalogTable inDatabase = found.get(name(table, catalog));
            if (inDatabase == null) {
                findings.error(table.typeName(), missing(table, catalog, found), "Create it, or name it with @Table");
            } else {
                new TableCheck(table, inDatabase, Database.of(connection), findings).check();
            }
        }
        for (Table table : model.tables()) {
            for (Relation relation : table.relations()) checkRelation(relation, catalog, found, findings);
        }
        return findings.all();
    }

    private static void checkRelation(
            Relation relation, Catalog catalog, Map<TableName, CatalogTable> found, Findings findings)
            throws SQLException {
        // each step of a has-through is a relation of its own, which is checked where it stands
        if (relation.kind() == Relation.Kind.HAS_THROUGH) return;
        Relation.Join join = relation.path().getFirst();
        CatalogTable from = found.get(name(join.from(), catalog)), to = found.get(name(join.to(), catalog));
        if (from != null && to != null) new RelationCheck(relation, from, to, findings).check();
    }

    private static Map<TableName, CatalogTable> found(Model model, Catalog catalog) throws SQLException {
        TreeSet<String> namespaces = new TreeSet<>();
        for (Table table : model.tables()) namespaces.add(name(table, catalog).namespace());
        Map<TableName, CatalogTable> found = new HashMap<>();
        for (String namespace : namespaces) {
            for (CatalogTable table : catalog.tables(namespace)) found.put(table.name(), table);
        }
        return found;
    }

    private static TableName name(Table table, Catalog catalog) throws SQLException {
        String schema = table.schema();
        return new TableName(schema == null ? catalog.ownNamespace() : schema, table.name());
    }

    private static String missing(Table table, Catalog catalog, Map<TableName, CatalogTable> found)
            throws SQLException {
        TableName name = name(table, catalog);
        List<String> alike = new ArrayList<>();
        for (TableName other : found.keySet()) {
            boolean isAlike =
                    other.namespace().equals(name.namespace()) && other.name().equalsIgnoreCase(name.name());
            if (isAlike) alike.add(other.name());
        }
        return "there is no table " + name
                + (alike.isEmpty() ? "" : ", but " + String.join(", ", alike) + ", and case counts");
    }
}
