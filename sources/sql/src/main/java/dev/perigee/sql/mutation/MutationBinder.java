package dev.perigee.sql.mutation;

import dev.perigee.data.Binding;
import dev.perigee.data.Wiring;
import dev.perigee.schema.ObjectType;
import dev.perigee.schema.OutputField;
import dev.perigee.schema.Schema;
import dev.perigee.sql.database.Database;
import dev.perigee.sql.graph.GraphNames;
import dev.perigee.sql.graph.GraphShape;
import dev.perigee.sql.graph.TableNames;
import dev.perigee.sql.graph.WritableShape;
import dev.perigee.sql.hydration.WrittenRows;
import dev.perigee.sql.model.Table;
import org.jspecify.annotations.Nullable;

/**
 * Finds the mutations of a schema that a model stands behind, by the names of fields, arguments and types. What has other
 * arguments or another type is left to others. For one thread.
 */
public final class MutationBinder {
    private final Database database;
    private final GraphShape shape;
    private final GraphNames names;
    private final WrittenRows rows;

    public MutationBinder(Database database, GraphShape shape, GraphNames names, WrittenRows rows) {
        this.database = database;
        this.shape = shape;
        this.names = names;
        this.rows = rows;
    }

    /** Declares what stands behind the fields of Mutation that the model has. */
    public void bind(Schema schema, Wiring.Builder wiring) {
        ObjectType mutation = schema.mutationType();
        if (mutation == null) return;
        InputReader inputs = InputReader.of(shape);
        for (Table table : shape.tables()) bind(table, mutation, inputs, wiring);
    }

    private void bind(Table table, ObjectType mutation, InputReader inputs, Wiring.Builder wiring) {
        WritableShape writes = shape.writes();
        TableNames own = names.of(table);
        if (writes.canCreate(table) && fits(mutation.field(own.createField()), own.type(), "input")) {
            bind(mutation, own.createField(), new CreateRow(table, inputs, rows), wiring);
        }
        if (writes.canUpdate(table) && fits(mutation.field(own.updateField()), own.type(), "patch")) {
            UpdateRow update = new UpdateRow(table, writes.checkedVersion(table), names, inputs, rows);
            bind(mutation, own.updateField(), update, wiring);
        }
        if (writes.canDelete(table) && fits(mutation.field(own.deleteField()), "Boolean", null)) {
            bind(mutation, own.deleteField(), new DeleteRow(table), wiring);
        }
    }

    private static boolean fits(@Nullable OutputField field, String typeName, @Nullable String argument) {
        return field != null
                && field.type().nullable() == field.namedType()
                && field.namedType().name().equals(typeName)
                && (argument == null || field.argument(argument) != null);
    }

    private void bind(ObjectType mutation, String field, Change change, Wiring.Builder wiring) {
        wiring.sourced(mutation.name(), field, new Binding.LoadFrom(new MutationSource(database, change)));
    }
}
