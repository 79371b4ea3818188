package dev.perigee.sql.graph;

import static dev.perigee.sql.graph.NameClaims.checked;

import dev.perigee.sql.model.Column;
import dev.perigee.sql.model.Model;
import dev.perigee.sql.model.Relation;
import dev.perigee.sql.model.Relation.Join;
import dev.perigee.sql.model.Table;
import dev.perigee.sql.model.Table.UniqueKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Every name in the graph of a model. The schema is printed by them, and fields are bound by them.
 *
 * <p>Tables are named in the model's order, each followed by the relations between it and tables before it; the first to
 * want a name gets it, so a table that is added at the end renames nothing. A name that is taken gets underscores
 * appended until it is free; a finder's gets the type in front first. A column or relation that is called like something
 * that the graph has in its place ({@code and} in a filter, {@code node} in an edge) gets an underscore there.
 * Immutable; safe to share between threads.
 */
public final class GraphNames {
    private final Model model;
    private final Map<Table, TableNames> tables = new HashMap<>();
    private final Map<Relation, RelationNames> relations = new HashMap<>();
    private final NameClaims types = new NameClaims(ReservedNames.TYPES);
    private final NameClaims queries = new NameClaims(Set.of());
    private final NameClaims mutations = new NameClaims(Set.of());

    private GraphNames(Model model) {
        this.model = model;
    }

    /** @throws IllegalArgumentException if a graph can't have one of the model's names, or a type one of its fields twice */
    public static GraphNames of(Model model) {
        GraphNames names = new GraphNames(model);
        List<Table> tables = model.tables().stream().filter(GraphShape::isShown).toList();
        Map<Table, List<Relation>> relations = byLastTable(tables);
        for (Table table : tables) {
            checkFields(table);
            names.tables.put(table, names.claim(table));
            for (Relation relation : relations.getOrDefault(table, List.of())) {
                names.relations.put(relation, names.claim(relation));
            }
        }
        return names;
    }

    /** @throws IllegalArgumentException if the table is not in the graph */
    public TableNames of(Table table) {
        return known(tables.get(table), table);
    }

    /** @throws IllegalArgumentException if the relation is not in the graph */
    public RelationNames of(Relation relation) {
        return known(relations.get(relation), relation.fieldName());
    }

    /** The field of the table's filter. */
    public String filterField(Table table, String fieldName) {
        return beside(ReservedNames.FILTER, fieldName, fieldsOf(table));
    }

    /** The field of the relation's edges that has a column of the join row. */
    public String edgeField(Relation relation, Column column) {
        List<String> fields = GraphShape.joinRowColumns(relation).stream()
                .map(Column::fieldName)
                .toList();
        return beside(ReservedNames.EDGE, column.fieldName(), fields);
    }

    /** The argument of the table's update mutation that has a column of the key. */
    public String updateArgument(Table table, Column column) {
        List<String> fields = table.primaryKey().stream().map(Column::fieldName).toList();
        return beside(ReservedNames.UPDATE, column.fieldName(), fields);
    }

    private TableNames claim(Table table) {
        String wanted = checked(table.typeName(), "the table " + table);
        String type = types.claim(wanted);
        String keyField = queries.claim(Words.fieldName(wanted));
        String listField = queries.claim(listField(wanted));
        return new TableNames(
                type,
                types.claim(wanted + "Connection"),
                types.claim(wanted + "Edge"),
                types.claim(wanted + "Aggregate"),
                types.claim(wanted + "Extremes"),
                types.claim(wanted + "Sums"),
                types.claim(wanted + "Averages"),
                types.claim(wanted + "Filter"),
                types.claim(wanted + "ListFilter"),
                types.claim(wanted + "Order"),
                types.claim("Create" + wanted + "Input"),
                types.claim("Update" + wanted + "Input"),
                keyField,
                listField,
                finders(table),
                mutations.claim("create" + wanted),
                mutations.claim("update" + wanted),
                mutations.claim("delete" + wanted));
    }

    /** The plural; of a word that has only one form, {@code allData}. */
    private String listField(String typeName) {
        String one = Words.fieldName(typeName);
        String many = model.plural(one);
        return many.equals(one) ? "all" + Words.pascal(one) : many;
    }

    private Map<UniqueKey, String> finders(Table table) {
        Map<UniqueKey, String> finders = new LinkedHashMap<>();
        for (UniqueKey key : table.uniqueKeys()) {
            String wanted = checked(key.finderName(), "a unique key of " + table);
            String longer = Words.fieldName(table.typeName()) + Words.pascal(wanted);
            finders.computeIfAbsent(key, unnamed -> queries.claim(queries.isFree(wanted) ? wanted : longer));
        }
        return finders;
    }

    /** Relations by the last table that they lead over: named with it, tables to come have no say in their names. */
    private static Map<Table, List<Relation>> byLastTable(List<Table> tables) {
        Map<Table, Integer> positions = new HashMap<>();
        for (Table table : tables) positions.put(table, positions.size());
        Map<Table, List<Relation>> relations = new HashMap<>();
        for (Table owner : tables) {
            for (Relation relation : owner.relations()) {
                if (!positions.containsKey(relation.target())) continue;
                int last = positions.getOrDefault(owner, 0);
                for (Join join : relation.path()) last = Math.max(last, positions.getOrDefault(join.to(), 0));
                relations
                        .computeIfAbsent(tables.get(last), table -> new ArrayList<>())
                        .add(relation);
            }
        }
        return relations;
    }

    private RelationNames claim(Relation relation) {
        TableNames target = of(relation.target());
        String path = relation.owner().typeName() + Words.pascal(relation.fieldName());
        String createInput = relation.kind() == Relation.Kind.HAS ? types.claim("Create" + path + "Input") : "";
        if (GraphShape.joinRowColumns(relation).isEmpty())
            return new RelationNames(target.connection(), target.edge(), createInput);
        return new RelationNames(types.claim(path + "Connection"), types.claim(path + "Edge"), createInput);
    }

    private static String beside(Set<String> reserved, String fieldName, List<String> fields) {
        if (!reserved.contains(fieldName)) return fieldName;
        String name = fieldName + "_";
        while (fields.contains(name)) name += "_";
        return name;
    }

    private static List<String> fieldsOf(Table table) {
        List<String> fields = new ArrayList<>();
        for (Column column : table.columns()) if (!column.isHidden()) fields.add(column.fieldName());
        for (Relation relation : table.relations()) {
            if (GraphShape.isShown(relation.target())) fields.add(relation.fieldName());
        }
        return fields;
    }

    private static void checkFields(Table table) {
        Set<String> fields = new HashSet<>();
        for (Column column : table.columns()) if (column.isHidden()) fields.add(column.fieldName());
        for (String field : fieldsOf(table)) {
            checked(field, "a field of " + table);
            if (!fields.add(field)) {
                throw new IllegalArgumentException("The type " + table.typeName() + " has " + field + " twice");
            }
        }
    }

    private static <T> T known(@Nullable T names, Object of) {
        if (names == null) throw new IllegalArgumentException("Not in the graph: " + of);
        return names;
    }
}
