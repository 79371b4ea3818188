package dev.perigee.sql.hydration;

import dev.perigee.data.Binding;
import dev.perigee.data.Wiring;
import dev.perigee.data.Wiring.Coordinate;
import dev.perigee.schema.DefinedType;
import dev.perigee.schema.ListOf;
import dev.perigee.schema.ObjectType;
import dev.perigee.schema.OutputField;
import dev.perigee.schema.Schema;
import dev.perigee.schema.Type;
import dev.perigee.sql.graph.GraphNames;
import dev.perigee.sql.graph.GraphShape;
import dev.perigee.sql.graph.SqlScalars;
import dev.perigee.sql.graph.TableNames;
import dev.perigee.sql.model.Column;
import dev.perigee.sql.model.Kind;
import dev.perigee.sql.model.Relation;
import dev.perigee.sql.model.Table;
import dev.perigee.sql.model.Table.UniqueKey;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds what of a schema a model stands behind, by the names of types and fields, and says how it is obtained. It does
 * not matter whether the schema was made from the model or written by hand; what the model knows nothing of is left to
 * others. For one thread.
 */
final class GraphBinder {
    private final GraphShape shape;
    private final Schema schema;
    private final GraphNames names;
    private final Map<Coordinate, RowsField> rows = new HashMap<>();
    private final Map<Coordinate, Binding> reads = new HashMap<>();
    private final Map<Table, RecordView> views = new IdentityHashMap<>();
    private final Map<Table, ParentRows> parents = new IdentityHashMap<>();
    private final ConnectionBinder connections;

    GraphBinder(GraphShape shape, Schema schema, GraphNames names) {
        this.shape = shape;
        this.schema = schema;
        this.names = names;
        this.connections = new ConnectionBinder(names);
    }

    /** Reads the schema. */
    GraphBinder find() {
        for (Table table : shape.tables()) {
            TableNames of = names.of(table);
            if (table.recordClass() != null) views.put(table, new RecordView(table));
            if (schema.type(of.type()) instanceof ObjectType type) bindType(table, type);
            bindRoots(table, of);
        }
        return this;
    }

    /**
     * Adds fields of types that other sources have.
     *
     * @throws IllegalArgumentException if the schema has no such field, or it is not about rows
     */
    GraphBinder add(List<Link> links) {
        links.forEach(this::bindLink);
        return this;
    }

    /** The fields whose values are made of rows. */
    Map<Coordinate, RowsField> rows() {
        return rows;
    }

    /** Declares all that was found. */
    void declare(Wiring.Builder wiring, Hydration hydration) {
        RowsSource source = new RowsSource(hydration);
        rows.keySet().forEach(at -> wiring.sourced(at.typeName(), at.fieldName(), new Binding.LoadFrom(source)));
        connections.reads().forEach((at, binding) -> wiring.sourced(at.typeName(), at.fieldName(), binding));
        reads.forEach((at, binding) -> wiring.sourced(at.typeName(), at.fieldName(), binding));
        views.forEach((table, view) -> wiring.view(names.of(table).type(), view));
    }

    private void bindType(Table table, ObjectType type) {
        for (OutputField field : type.fields()) {
            Column column = table.columnOfField(field.name());
            Relation relation = table.relation(field.name());
            if (column != null && !column.isHidden()) bindColumn(table, type, column);
            else if (relation != null) bindRelation(type, field, relation);
            else bindMethod(table, type, field);
        }
    }

    private void bindColumn(Table table, ObjectType type, Column column) {
        int ordinal = column.ordinal();
        ParentRows rows = parentsOf(table);
        if (column.type().kind() != Kind.JSON) {
            put(type, column.fieldName(), (parent, arguments) -> rows.value(parent, ordinal));
        } else {
            put(type, column.fieldName(), (parent, arguments) -> {
                Object value = rows.value(parent, ordinal);
                return value == null || SqlScalars.isJsonNull(Kind.JSON, value) ? null : value;
            });
        }
    }

    /** What the table's record computes. */
    private void bindMethod(Table table, ObjectType type, OutputField field) {
        RecordView view = views.get(table);
        if (view == null || table.recordClass() == null) return;
        RecordMethod method = RecordMethod.of(table.recordClass(), field.name(), view);
        if (method != null) put(type, field.name(), method);
    }

    private void bindRelation(ObjectType type, OutputField field, Relation relation) {
        Form form = form(field.type(), relation.target());
        if (form == null) return;
        rows.put(
                new Coordinate(type.name(), field.name()),
                new RowsField.OfRelation(relation, form, !field.arguments().isEmpty(), parentsOf(relation.owner())));
        if (form == Form.CONNECTION) connections.bind(field.namedType(), relation.target(), relation);
    }

    private ParentRows parentsOf(Table table) {
        return parents.computeIfAbsent(table, ParentRows::new);
    }

    private void bindLink(Link link) {
        Coordinate at = link.coordinate();
        OutputField field = schema.type(at.typeName()) instanceof ObjectType type ? type.field(at.fieldName()) : null;
        if (field == null) throw new IllegalArgumentException("There is no field " + at + " in the schema");
        for (Table table : shape.tables()) {
            Form form = form(field.type(), table);
            if (form == null) continue;
            boolean hasArguments = !field.arguments().isEmpty();
            rows.put(at, new RowsField.OfLink(table, form, hasArguments, link.columns(table), link));
            if (form == Form.CONNECTION) connections.bind(field.namedType(), table, null);
            return;
        }
        throw new IllegalArgumentException(at + " is " + field.type() + ", which is not about rows of this database");
    }

    private void bindRoots(Table table, TableNames of) {
        ObjectType query = schema.queryType();
        bindFinder(query, table, of.keyField(), table.primaryKey());
        for (UniqueKey key : table.uniqueKeys()) {
            String finder = of.finderFields().get(key);
            if (finder != null) bindFinder(query, table, finder, key.columns());
        }
        OutputField list = query.field(of.listField());
        Form form = list == null ? null : form(list.type(), table);
        if (list == null || form == null || form == Form.ONE) return;
        rows.put(new Coordinate(query.name(), list.name()), new RowsField.OfTable(table, form));
        if (form == Form.CONNECTION) connections.bind(list.namedType(), table, null);
    }

    private void bindFinder(ObjectType query, Table table, String name, List<Column> key) {
        OutputField field = query.field(name);
        if (field == null || form(field.type(), table) != Form.ONE) return;
        List<String> arguments = key.stream().map(Column::fieldName).toList();
        boolean hasAll = arguments.stream().allMatch(argument -> field.argument(argument) != null);
        if (hasAll && !key.isEmpty()) {
            rows.put(new Coordinate(query.name(), name), new RowsField.OfKey(table, key, arguments));
        }
    }

    /** What a field of a type makes of a table's rows, null if it is about something else. */
    private @Nullable Form form(Type type, Table table) {
        String rowType = names.of(table).type();
        DefinedType named = type.named();
        if (type.nullable() instanceof ListOf) return named.name().equals(rowType) ? Form.LIST : null;
        if (named.name().equals(rowType)) return Form.ONE;
        boolean isConnection = named instanceof ObjectType object
                && (isRows(object.field("nodes"), rowType)
                        || object.field("edges") instanceof OutputField edges
                                && edges.namedType() instanceof ObjectType edge
                                && isRows(edge.field("node"), rowType));
        return isConnection ? Form.CONNECTION : null;
    }

    private static boolean isRows(@Nullable OutputField field, String rowType) {
        return field != null && field.namedType().name().equals(rowType);
    }

    private void put(ObjectType type, String field, Binding.Getter getter) {
        reads.put(new Coordinate(type.name(), field), new Binding.Read(getter));
    }
}
