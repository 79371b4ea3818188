package dev.perigee.sql.hydration;

import dev.perigee.data.Binding;
import dev.perigee.data.Wiring.Coordinate;
import dev.perigee.schema.DefinedType;
import dev.perigee.schema.ObjectType;
import dev.perigee.schema.OutputField;
import dev.perigee.sql.database.Row;
import dev.perigee.sql.graph.GraphNames;
import dev.perigee.sql.model.Column;
import dev.perigee.sql.model.Relation;
import dev.perigee.sql.model.Table;
import dev.perigee.sql.statement.Statement.Function;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says how the fields of connections are read: of edges, pages and figures. For one thread. */
final class ConnectionBinder {
    private final GraphNames names;
    private final Map<Coordinate, Binding> reads = new HashMap<>();
    private final Set<String> bound = new HashSet<>();

    ConnectionBinder(GraphNames names) {
        this.names = names;
    }

    /** The fields of all that was bound. */
    Map<Coordinate, Binding> reads() {
        return reads;
    }

    /**
     * Binds a connection's type, and those below it; once, wherever it stands.
     *
     * @param relation null if its rows are those of a root field, or of a link
     */
    void bind(DefinedType named, Table table, @Nullable Relation relation) {
        if (!(named instanceof ObjectType type) || !bound.add(type.name())) return;
        put(type, "edges", (parent, arguments) -> ((Connection) parent).edges());
        put(type, "nodes", (parent, arguments) -> ((Connection) parent).hits().rows());
        put(type, "pageInfo", (parent, arguments) -> parent);
        put(type, "totalCount", (parent, arguments) -> figures(parent).count());
        put(type, "aggregate", (parent, arguments) -> figures(parent));
        if (type.field("edges") instanceof OutputField edges && edges.namedType() instanceof ObjectType edge) {
            bindEdge(edge, relation);
        }
        if (type.field("pageInfo") instanceof OutputField info && info.namedType() instanceof ObjectType pageInfo) {
            bindPageInfo(pageInfo);
        }
        if (type.field("aggregate") instanceof OutputField field && field.namedType() instanceof ObjectType aggregate) {
            bindAggregate(aggregate, table);
        }
    }

    private static Figures figures(Object connection) {
        Figures figures = ((Connection) connection).figures();
        if (figures == null) throw new IllegalStateException("No figures were read");
        return figures;
    }

    private void bindEdge(ObjectType edge, @Nullable Relation relation) {
        put(edge, "node", (parent, arguments) -> ((Edge) parent).node());
        put(edge, "cursor", (parent, arguments) -> ((Edge) parent).cursor());
        if (relation == null) return;
        for (OutputField field : edge.fields()) {
            Column column = EdgeFields.column(relation, field.name(), names);
            if (column == null) continue;
            int ordinal = column.ordinal();
            put(
                    edge,
                    field.name(),
                    (parent, arguments) -> ((Edge) parent).join() instanceof Row join ? join.value(ordinal) : null);
        }
    }

    private void bindPageInfo(ObjectType type) {
        put(type, "hasNextPage", (parent, arguments) -> ((Connection) parent).hasNextPage());
        put(type, "hasPreviousPage", (parent, arguments) -> ((Connection) parent).hasPreviousPage());
        put(type, "startCursor", (parent, arguments) -> ((Connection) parent).startCursor());
        put(type, "endCursor", (parent, arguments) -> ((Connection) parent).endCursor());
    }

    private void bindAggregate(ObjectType type, Table table) {
        put(type, "count", (parent, arguments) -> ((Figures) parent).count());
        for (OutputField field : type.fields()) {
            Function function = Figures.function(field.name());
            if (function == null || !(field.namedType() instanceof ObjectType of)) continue;
            put(type, field.name(), (parent, arguments) -> new FiguresOf((Figures) parent, function));
            for (OutputField figure : of.fields()) {
                Column column = table.columnOfField(figure.name());
                if (column != null) put(of, figure.name(), (parent, arguments) -> ((FiguresOf) parent).of(column));
            }
        }
    }

    /** Those figures that one function gives. */
    private record FiguresOf(Figures figures, Function function) {
        @Nullable Object of(Column column) {
            return figures.of(function, column);
        }
    }

    private void put(ObjectType type, String field, Binding.Getter getter) {
        if (type.field(field) != null) reads.putIfAbsent(new Coordinate(type.name(), field), new Binding.Read(getter));
    }
}
