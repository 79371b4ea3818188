package dev.perigee.sql.graph;

import dev.perigee.sql.model.Column;
import dev.perigee.sql.model.Kind;
import dev.perigee.sql.model.Relation;
import dev.perigee.sql.model.Table;
import java.util.List;

/** The types of a table's rows, and of lists of them. */
final class ObjectTypes {
    private final GraphShape shape;
    private final GraphNames names;
    private final SdlWriter out;

    ObjectTypes(GraphShape shape, GraphNames names, SdlWriter out) {
        this.shape = shape;
        this.names = names;
        this.out = out;
    }

    void print(Table table) {
        TableNames own = names.of(table);
        out.open(table.description(), "type " + own.type() + AccessSdl.ofRows(table));
        for (Column column : shape.columns(table)) {
            out.field(column.description(), column.fieldName(), AccessSdl.column(typeOf(column), table, column));
        }
        for (Relation relation : shape.relations(table)) printField(relation);
        out.close();
        printConnection(table, own.connection(), own.edge());
        out.open(null, "type " + own.edge())
                .field("cursor", "String!")
                .field("node", AccessSdl.rows(own.type() + "!", table));
        out.close();
        printAggregate(table, own);
        for (Relation relation : shape.relations(table)) {
            if (!shape.edgeColumns(relation).isEmpty()) printOwnConnection(relation);
        }
    }

    private void printField(Relation relation) {
        Table target = relation.target();
        String type = names.of(target).type();
        if (shape.isConnection(relation)) {
            String connection = names.of(relation).connection();
            List<String> arguments = ListArguments.connection(shape, names, target);
            out.field(
                    relation.description(),
                    relation.fieldName(),
                    arguments,
                    AccessSdl.relation(connection + "!", relation));
        } else if (relation.isMany()) {
            List<String> arguments = ListArguments.list(shape, names, target);
            out.field(
                    relation.description(),
                    relation.fieldName(),
                    arguments,
                    AccessSdl.relation("[" + type + "!]!", relation));
        } else {
            boolean isRequired = relation.kind() == Relation.Kind.BELONGS_TO && relation.isRequired();
            out.field(
                    relation.description(),
                    relation.fieldName(),
                    AccessSdl.relation(isRequired ? type + "!" : type, relation));
        }
    }

    private void printOwnConnection(Relation relation) {
        RelationNames own = names.of(relation);
        printConnection(relation.target(), own.connection(), own.edge());
        out.open(null, "type " + own.edge())
                .field("cursor", "String!")
                .field("node", AccessSdl.rows(names.of(relation.target()).type() + "!", relation.target()));
        for (Column column : shape.edgeColumns(relation)) {
            out.field(column.description(), names.edgeField(relation, column), edgeType(relation, column));
        }
        out.close();
    }

    private void printConnection(Table table, String connection, String edge) {
        TableNames nodes = names.of(table);
        out.open(null, "type " + connection + AccessSdl.ofRows(table))
                .field("edges", "[" + edge + "!]!")
                .field("nodes", AccessSdl.rows("[" + nodes.type() + "!]!", table))
                .field("pageInfo", ReservedNames.PAGE_INFO + "!")
                .field("How many there are in all, whatever the page.", "totalCount", "Int!")
                .field("Figures about all of them, whatever the page.", "aggregate", nodes.aggregate() + "!")
                .close();
    }

    private void printAggregate(Table table, TableNames own) {
        List<Column> extremes = shape.extremeColumns(table);
        List<Column> sums = shape.sumColumns(table);
        out.open(null, "type " + own.aggregate()).field("count", "Int!");
        if (!extremes.isEmpty()) out.field("min", own.extremes()).field("max", own.extremes());
        if (!sums.isEmpty()) out.field("sum", own.sums()).field("average", own.averages());
        out.close();
        if (!extremes.isEmpty()) {
            out.open(null, "type " + own.extremes());
            for (Column column : extremes) {
                out.field(
                        column.fieldName(),
                        AccessSdl.column(GraphScalar.of(column).typeName(), table, column));
            }
            out.close();
        }
        if (sums.isEmpty()) return;
        out.open(null, "type " + own.sums());
        for (Column column : sums) {
            out.field(column.fieldName(), AccessSdl.column(sumOf(column).typeName(), table, column));
        }
        out.close();
        out.open(null, "type " + own.averages());
        for (Column column : sums) {
            out.field(column.fieldName(), AccessSdl.column(GraphScalar.FLOAT.typeName(), table, column));
        }
        out.close();
    }

    /** A sum of whole numbers may be greater than any of their kind. */
    private static GraphScalar sumOf(Column column) {
        return column.type().kind() == Kind.DOUBLE ? GraphScalar.FLOAT : GraphScalar.DECIMAL;
    }

    private static String edgeType(Relation relation, Column column) {
        Table through = relation.through();
        return through == null ? typeOf(column) : AccessSdl.edgeColumn(typeOf(column), through, column);
    }

    private static String typeOf(Column column) {
        String scalar = GraphScalar.of(column).typeName();
        return column.isNullable() ? scalar : scalar + "!";
    }
}
