package dev.perigee.sql.hydration;

import dev.perigee.data.SelectedField;
import dev.perigee.data.SourceRun;
import dev.perigee.schema.ObjectType;
import dev.perigee.sql.graph.GraphNames;
import dev.perigee.sql.model.Column;
import dev.perigee.sql.model.Relation;
import dev.perigee.sql.model.Table;
import dev.perigee.sql.statement.Statement.Figure;
import dev.perigee.sql.statement.Statement.Function;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the fields of one batch want of their rows in one request: the union of what is selected. For one thread. */
final class Wanted {
    private final Table table;
    private final @Nullable Relation relation;
    private final Needs needs;
    private final GraphNames names;
    private final SourceRun run;
    final BitSet columns = new BitSet();
    final Set<Column> edgeColumns = new LinkedHashSet<>();
    final Set<Figure> figures = new LinkedHashSet<>();
    boolean rows;
    boolean cursors;
    boolean isMoreWanted;

    /** @param relation null if the rows are those of a root field */
    Wanted(Table table, @Nullable Relation relation, Needs needs, GraphNames names, SourceRun run) {
        this.table = table;
        this.relation = relation;
        this.needs = needs;
        this.names = names;
        this.run = run;
    }

    void add(SelectedField field, Form form) {
        ObjectType type = field.possibleTypes().getFirst();
        if (form == Form.CONNECTION) addConnection(field, type);
        else addRow(field, type);
    }

    List<Column> columnList() {
        return table.columns(columns);
    }

    private void addRow(SelectedField field, ObjectType type) {
        rows = true;
        for (SelectedField child : run.included(field, type)) {
            needs.add(table, child, columns);
        }
    }

    private void addConnection(SelectedField field, ObjectType type) {
        for (SelectedField child : run.included(field, type)) {
            switch (child.definition().name()) {
                case "edges" -> addEdges(child, child.possibleTypes().getFirst());
                case "nodes" -> addRow(child, child.possibleTypes().getFirst());
                case "pageInfo" -> addPageInfo(child, child.possibleTypes().getFirst());
                case "totalCount" -> figures.add(Figures.COUNT);
                case "aggregate" -> addAggregate(child, child.possibleTypes().getFirst());
                default -> {} // __typename, or what Java adds to the connection
            }
        }
    }

    private void addEdges(SelectedField edges, ObjectType type) {
        rows = true;
        for (SelectedField child : run.included(edges, type)) {
            String name = child.definition().name();
            switch (name) {
                case "node" -> addRow(child, child.possibleTypes().getFirst());
                case "cursor" -> cursors = true;
                default -> addEdgeColumn(name);
            }
        }
    }

    private void addEdgeColumn(String fieldName) {
        if (relation == null || relation.through() == null) return;
        Column column = EdgeFields.column(relation, fieldName, names);
        if (column != null) edgeColumns.add(column);
    }

    private void addPageInfo(SelectedField pageInfo, ObjectType type) {
        for (SelectedField child : run.included(pageInfo, type)) {
            switch (child.definition().name()) {
                case "hasNextPage", "hasPreviousPage" -> isMoreWanted = true;
                case "startCursor", "endCursor" -> cursors = true;
                default -> {} // __typename
            }
        }
        if (cursors || isMoreWanted) rows = true;
    }

    private void addAggregate(SelectedField aggregate, ObjectType type) {
        for (SelectedField child : run.included(aggregate, type)) {
            String name = child.definition().name();
            if (name.equals("count")) figures.add(Figures.COUNT);
            Function function = Figures.function(name);
            if (function != null)
                addFigures(function, child, child.possibleTypes().getFirst());
        }
    }

    private void addFigures(Function function, SelectedField of, ObjectType type) {
        for (SelectedField child : run.included(of, type)) {
            Column column = table.columnOfField(child.definition().name());
            if (column != null) figures.add(new Figure(function, column));
        }
    }
}
