package dev.perigee.sql.mutation;

import dev.perigee.data.SelectedField;
import dev.perigee.data.SourceRun;
import dev.perigee.sql.graph.KeyReader;
import dev.perigee.sql.model.Table;
import dev.perigee.sql.statement.Dialect;
import dev.perigee.sql.statement.Statement.Delete;
import java.util.List;

/** Deletes a row. Gives whether there was one. */
record DeleteRow(Table table) implements Change {
    @Override
    public Write read(SelectedField field, SourceRun run) {
        List<Object> key = KeyReader.read(table.primaryKey(), run.arguments(field));
        if (key == null) return writes -> false; // no row can have it
        Delete delete = new Delete(table, RowKey.of(table.primaryKey(), key));
        return writes -> writes.delete(delete) > 0;
    }

    @Override
    public String describe(Dialect dialect) {
        return dialect.write(new Delete(table, RowKey.example(table))).text();
    }
}
