package dev.perigee.sql.graph;

import dev.perigee.sql.model.Column;
import dev.perigee.sql.model.Table;
import dev.perigee.sql.model.Table.UniqueKey;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Query and Mutation. */
final class RootTypes {
    private final GraphShape shape;
    private final WritableShape writes;
    private final GraphNames names;
    private final SdlWriter out;

    RootTypes(GraphShape shape, GraphNames names, SdlWriter out) {
        this.shape = shape;
        this.writes = shape.writes();
        this.names = names;
        this.out = out;
    }

    void print() {
        out.open(null, "type Query");
        for (Table table : shape.tables()) printFields(table);
        out.close();
        List<Table> writable = shape.tables().stream()
                .filter(table -> writes.canCreate(table) || writes.canUpdate(table) || writes.canDelete(table))
                .toList();
        if (writable.isEmpty()) return;
        out.open(null, "type Mutation");
        for (Table table : writable) printMutations(table);
        out.close();
    }

    private void printFields(Table table) {
        TableNames own = names.of(table);
        if (shape.hasKeyField(table)) {
            out.field(null, own.keyField(), arguments(table, table.primaryKey(), Column::fieldName), own.type());
        }
        for (UniqueKey key : shape.finders(table)) {
            String name = own.finder(key);
            out.field(null, name, arguments(table, key.columns(), Column::fieldName), own.type());
        }
        List<String> arguments = ListArguments.connection(shape, names, table);
        out.field(table.description(), own.listField(), arguments, AccessSdl.rows(own.connection() + "!", table));
    }

    private void printMutations(Table table) {
        TableNames own = names.of(table);
        if (writes.canCreate(table)) {
            out.field(
                    null,
                    own.createField(),
                    List.of("input: " + own.createInput() + "!"),
                    AccessSdl.rows(own.type() + "!", table));
        }
        if (writes.canUpdate(table)) {
            List<String> arguments =
                    arguments(table, table.primaryKey(), column -> names.updateArgument(table, column));
            arguments.add("patch: " + own.updateInput() + "!");
            Column version = writes.checkedVersion(table);
            if (version != null) {
                arguments.add("version: " + GraphScalar.of(version).typeName());
            }
            String description = version == null
                    ? null
                    : "If `version` is given, the row is written only if it has still that version.";
            out.field(description, own.updateField(), arguments, AccessSdl.rows(own.type() + "!", table));
        }
        if (writes.canDelete(table)) {
            out.field(
                    "Whether there was such a row.",
                    own.deleteField(),
                    arguments(table, table.primaryKey(), Column::fieldName),
                    AccessSdl.about("Boolean!", table));
        }
    }

    private static List<String> arguments(Table table, List<Column> key, Function<Column, String> name) {
        List<String> arguments = new ArrayList<>();
        for (Column column : key) {
            String type = GraphScalar.of(column).typeName() + "!";
            arguments.add(name.apply(column) + ": " + AccessSdl.givenColumn(type, table, column));
        }
        return arguments;
    }
}
