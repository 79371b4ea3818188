package dev.perigee.sql.graph;

import dev.perigee.sql.model.Column;
import dev.perigee.sql.model.Relation;
import dev.perigee.sql.model.Table;
import java.util.List;

/** What is given to find, sort and write rows of a table. */
final class InputTypes {
    private final GraphShape shape;
    private final WritableShape writes;
    private final GraphNames names;
    private final SdlWriter out;

    InputTypes(GraphShape shape, GraphNames names, SdlWriter out) {
        this.shape = shape;
        this.writes = shape.writes();
        this.names = names;
        this.out = out;
    }

    void print(Table table) {
        TableNames own = names.of(table);
        if (shape.hasFilter(table)) printFilter(table, own.filter());
        if (shape.hasListFilter(table)) {
            out.open(null, "input " + own.listFilter())
                    .field("One of them at least is like this.", "some", own.filter())
                    .field("Not one of them is like this.", "none", own.filter())
                    .close();
        }
        if (!shape.sortColumns(table).isEmpty()) {
            out.open(null, "input " + own.order() + " @oneOf");
            for (Column column : shape.sortColumns(table)) {
                out.field(column.fieldName(), AccessSdl.givenColumn(ReservedNames.SORT_DIRECTION, table, column));
            }
            out.close();
        }
        if (writes.canCreate(table)) printCreate(own.createInput(), table, writes.createColumns(table));
        for (Relation relation : writes.nestedCreates(table)) {
            printCreate(names.of(relation).createInput(), relation.target(), writes.nestedCreateColumns(relation));
        }
        if (!writes.canUpdate(table)) return;
        out.open(null, "input " + own.updateInput());
        for (Column column : writes.updateColumns(table)) {
            out.field(
                    column.description(),
                    column.fieldName(),
                    AccessSdl.givenColumn(GraphScalar.of(column).typeName(), table, column));
        }
        out.close();
    }

    private void printFilter(Table table, String name) {
        out.open(null, "input " + name)
                .field("and", "[" + name + "!]")
                .field("or", "[" + name + "!]")
                .field("not", name);
        for (Column column : shape.filterColumns(table)) {
            out.field(
                    column.description(),
                    names.filterField(table, column.fieldName()),
                    AccessSdl.givenColumn(GraphScalar.of(column).filterName(), table, column));
        }
        for (Relation relation : shape.filterRelations(table)) {
            TableNames target = names.of(relation.target());
            out.field(
                    relation.description(),
                    names.filterField(table, relation.fieldName()),
                    AccessSdl.givenRelation(relation.isMany() ? target.listFilter() : target.filter(), relation));
        }
        out.close();
    }

    private void printCreate(String name, Table table, List<Column> columns) {
        out.open(null, "input " + name);
        for (Column column : columns) {
            String scalar = GraphScalar.of(column).typeName();
            String type = writes.mustBeGiven(column) ? scalar + "!" : scalar;
            out.field(
                    column.isHidden() ? null : column.description(),
                    column.fieldName(),
                    AccessSdl.givenColumn(type, table, column));
        }
        for (Relation relation : writes.nestedCreates(table)) {
            String type = names.of(relation).createInput();
            out.field(
                    relation.description(),
                    relation.fieldName(),
                    AccessSdl.givenRelation(relation.isMany() ? "[" + type + "!]" : type, relation));
        }
        out.close();
    }
}
