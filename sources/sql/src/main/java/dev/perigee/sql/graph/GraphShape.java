package dev.perigee.sql.graph;

import dev.perigee.sql.graph.GraphOptions.ToMany;
import dev.perigee.sql.model.Column;
import dev.perigee.sql.model.Column.Trait;
import dev.perigee.sql.model.Model;
import dev.perigee.sql.model.Relation;
import dev.perigee.sql.model.Relation.Join;
import dev.perigee.sql.model.Table;
import dev.perigee.sql.model.Table.UniqueKey;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What of a model is in its graph: which tables, columns and relations are seen, found, filtered and sorted.
 * Immutable; safe to share between threads.
 */
public final class GraphShape {
    private final Model model;
    private final GraphOptions options;
    private final Set<Table> withFilter;
    private final WritableShape writes;

    private GraphShape(Model model, GraphOptions options) {
        this.model = model;
        this.options = options;
        this.withFilter = withFilter(model);
        this.writes = new WritableShape(this);
    }

    public static GraphShape of(Model model, GraphOptions options) {
        return new GraphShape(model, options);
    }

    public Model model() {
        return model;
    }

    public GraphOptions options() {
        return options;
    }

    /** What of it can be written. */
    public WritableShape writes() {
        return writes;
    }

    /** In the model's order, those with a column to be seen: a type needs a field. */
    public List<Table> tables() {
        return model.tables().stream().filter(GraphShape::isShown).toList();
    }

    /** All but the hidden ones. */
    public List<Column> columns(Table table) {
        return table.columns().stream().filter(column -> !column.isHidden()).toList();
    }

    /** Those that lead to tables that are in the graph. */
    public List<Relation> relations(Table table) {
        return shown(table);
    }

    /** Whether rows can be found by primary key: there is one, without hidden columns or such as can't be compared. */
    public boolean hasKeyField(Table table) {
        return isUsable(table.primaryKey());
    }

    /** The unique keys that rows can be found by, under the same conditions as the primary key. */
    public List<UniqueKey> finders(Table table) {
        return table.uniqueKeys().stream()
                .distinct()
                .filter(key -> isUsable(key.columns()))
                .toList();
    }

    /** Whether the relation is given as a connection. */
    public boolean isConnection(Relation relation) {
        return relation.isMany() && options.toMany() == ToMany.CONNECTIONS;
    }

    /**
     * The columns of has-through's join rows that its edges have: the visible ones but for those that are joined by.
     * None of a relation whose targets are given once whatever leads to them, or that is not given as a connection.
     */
    public List<Column> edgeColumns(Relation relation) {
        return isConnection(relation) ? joinRowColumns(relation) : List.of();
    }

    public List<Column> filterColumns(Table table) {
        return filterable(table);
    }

    /** The relations that rows can be filtered by: those to tables that have a filter. */
    public List<Relation> filterRelations(Table table) {
        return relations(table).stream()
                .filter(relation -> hasFilter(relation.target()))
                .toList();
    }

    /** Whether there is something to filter by: a column, or a relation to a table that has a filter. */
    public boolean hasFilter(Table table) {
        return withFilter.contains(table);
    }

    /** Whether one has this table's rows as a to-many relation, and can ask whether there are some or none. */
    public boolean hasListFilter(Table table) {
        return hasFilter(table)
                && tables().stream()
                        .flatMap(owner -> relations(owner).stream())
                        .anyMatch(relation -> relation.isMany() && relation.target() == table);
    }

    public List<Column> sortColumns(Table table) {
        return columns(table).stream()
                .filter(column ->
                        column.is(Trait.SORTABLE) && column.type().kind().isComparable())
                .toList();
    }

    /** The columns that aggregates have a least and a greatest value of. */
    public List<Column> extremeColumns(Table table) {
        return columns(table).stream()
                .filter(column -> GraphScalar.of(column).hasExtremes())
                .toList();
    }

    /** The columns that aggregates have a sum and an average of. */
    public List<Column> sumColumns(Table table) {
        return extremeColumns(table).stream()
                .filter(column -> column.type().kind().isNumeric())
                .toList();
    }

    /** Whatever the options, on which names don't depend. */
    static List<Column> joinRowColumns(Relation relation) {
        Table through = relation.through();
        if (through == null || !relation.isMany() || relation.isDistinct()) return List.of();
        List<Join> path = relation.path();
        Set<Column> joined = new HashSet<>(path.getLast().fromColumns());
        joined.addAll(path.get(path.size() - 2).toColumns());
        return through.columns().stream()
                .filter(column -> !column.isHidden() && !joined.contains(column))
                .toList();
    }

    private static boolean isUsable(List<Column> key) {
        return !key.isEmpty()
                && key.stream()
                        .allMatch(column ->
                                !column.isHidden() && column.type().kind().isComparable());
    }

    static boolean isShown(Table table) {
        return table.columns().stream().anyMatch(column -> !column.isHidden());
    }

    private static List<Relation> shown(Table table) {
        return table.relations().stream()
                .filter(relation -> isShown(relation.target()))
                .toList();
    }

    private static List<Column> filterable(Table table) {
        return table.columns().stream()
                .filter(column -> !column.isHidden()
                        && column.is(Trait.FILTERABLE)
                        && column.type().kind().isComparable())
                .toList();
    }

    /** Tables with columns to filter by, and all from which relations lead to one of them, however far. */
    private static Set<Table> withFilter(Model model) {
        Set<Table> found = new HashSet<>();
        for (Table table : model.tables()) if (!filterable(table).isEmpty()) found.add(table);
        boolean grows = true;
        while (grows) {
            grows = false;
            for (Table table : model.tables()) {
                boolean leads = shown(table).stream().map(Relation::target).anyMatch(found::contains);
                if (isShown(table) && leads) grows |= found.add(table);
            }
        }
        return found;
    }
}
