package dev.perigee.sql.model;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes models of what databases say of themselves. The same tables give the same model each time, and on each kind of
 * database, as far as it knows as much.
 *
 * <ul>
 *   <li>A table becomes a type, {@code order_lines} {@code OrderLine}; a column a field, {@code unit_price}
 *       {@code unitPrice}. A name that is none in a graph loses what does not belong, and one that is taken gets a number.
 *   <li>A foreign key becomes a belongs-to and a has, or of a unique one, a has of one at most. A table whose primary key is
 *       two foreign keys gives a has-through both ways, too.
 *   <li>Every column that can be compared is filterable and sortable, if the {@link Refinement} does not say otherwise.
 *   <li>What has no kind of its own is text: an enum is written and compared as such; other types that Perigee knows
 *       nothing of are only read.
 *   <li>Views are read-only, and have neither keys nor relations.
 * </ul>
 */
public final class DatabaseModel {
    private final Catalog catalog;
    private final Refinement refinement;
    private final Inflection inflection;
    private final Problems problems = new Problems();

    private DatabaseModel(Catalog catalog, Refinement refinement) {
        this.catalog = catalog;
        this.refinement = refinement;
        this.inflection = new Inflection(refinement.plurals());
    }

    /**
     * Reads the connection's own schema, or those that the refinement names, in a handful of queries for each table.
     *
     * @throws ModelException if the refinement does not fit the database; it names everything at once
     * @throws SQLException if the database can't be read, or is none that Perigee knows
     */
    public static Model read(Connection connection, Refinement refinement) throws SQLException {
        return new DatabaseModel(Catalog.of(connection), refinement).read();
    }

    private Model read() throws SQLException {
        String own = catalog.ownNamespace();
        List<CatalogTable> found = new ArrayList<>();
        Set<String> schemas = refinement.schemas().isEmpty() ? Set.of(own) : refinement.schemas();
        for (String schema : schemas) {
            List<CatalogTable> tables = catalog.tables(schema);
            if (tables.isEmpty() && !schema.equals(own)) {
                problems.add(schema, "there is no table in this schema", "Check its name, and who may see it");
            }
            found.addAll(tables);
        }
        TypeNames typeNames = new TypeNames(refinement, inflection, own);
        new RefinementCheck(refinement, typeNames, found).check(problems);
        List<CatalogTable> visible = found.stream()
                .filter(table -> !refinement.hiddenTables().contains(typeNames.place(table.name())))
                .toList();
        Map<TableName, Table> tables = tables(visible, typeNames, own);
        List<Relation> relations = new TableRelations(foreignKeys(visible, tables), inflection, refinement, problems)
                .make(List.copyOf(tables.values()));
        problems.check();
        return model(tables.values(), relations);
    }

    private Model model(Collection<Table> tables, List<Relation> relations) {
        Model.Builder model = Model.builder().inflection(inflection);
        tables.forEach(model::table);
        relations.forEach(model::relation);
        return model.build();
    }

    /** By the names of their types. */
    private Map<TableName, Table> tables(List<CatalogTable> visible, TypeNames typeNames, String own) {
        ReferenceKinds kinds = new ReferenceKinds(visible);
        Map<TableName, String> names = typeNames.of(visible, problems);
        List<CatalogTable> byType = new ArrayList<>(visible);
        byType.sort(Comparator.comparing(table -> names.getOrDefault(table.name(), "")));
        Map<TableName, Table> tables = new LinkedHashMap<>();
        for (CatalogTable table : byType) {
            String schema = table.name().namespace();
            TableReader reader = new TableReader(table, typeNames.place(table.name()), refinement, kinds, problems);
            tables.put(
                    table.name(),
                    reader.read(schema.equals(own) ? null : schema, names.getOrDefault(table.name(), "")));
        }
        return tables;
    }

    /** Those between visible tables, each once, by the type that they are of, and by their columns there. */
    private static List<ForeignKey> foreignKeys(List<CatalogTable> visible, Map<TableName, Table> tables) {
        Set<ForeignKey> keys = new LinkedHashSet<>();
        for (CatalogTable table : visible) {
            for (CatalogForeignKey key : table.foreignKeys()) {
                Table source = tables.get(table.name()), target = tables.get(key.target());
                if (source == null || target == null) continue;
                keys.add(new ForeignKey(
                        source, columns(source, key.columns()), target, columns(target, key.targetColumns())));
            }
        }
        List<ForeignKey> sorted = new ArrayList<>(keys);
        sorted.sort(Comparator.comparing((ForeignKey key) -> key.source().typeName())
                .thenComparing(key -> key.columns().getFirst().ordinal())
                .thenComparing(key -> key.columns().size())
                .thenComparing(key -> key.columns().getLast().ordinal())
                .thenComparing(key -> key.target().typeName()));
        return sorted;
    }

    private static List<Column> columns(Table table, List<String> names) {
        List<Column> columns = new ArrayList<>();
        for (String name : names) {
            Column column = table.column(name);
            if (column == null) throw new IllegalStateException("No column " + name + " of " + table);
            columns.add(column);
        }
        return columns;
    }
}
