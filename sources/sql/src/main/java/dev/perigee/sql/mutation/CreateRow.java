package dev.perigee.sql.mutation;

import dev.perigee.data.SelectedField;
import dev.perigee.data.SourceRun;
import dev.perigee.sql.database.Row;
import dev.perigee.sql.hydration.WrittenRows;
import dev.perigee.sql.model.Column;
import dev.perigee.sql.model.Table;
import dev.perigee.sql.statement.Dialect;
import dev.perigee.sql.statement.Statement.Insert;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Creates a row, with rows that refer to it, and rows that refer to these, as deep as the input is. */
record CreateRow(Table table, InputReader inputs, WrittenRows rows) implements Change {
    @Override
    public Write read(SelectedField field, SourceRun run) {
        if (!(run.arguments(field).get("input") instanceof Map<?, ?> input)) {
            throw new IllegalArgumentException("No input");
        }
        InputRow given = inputs.readNew(table, input);
        return writes -> {
            Row stored = new TreeInsert(writes).insert(given);
            Row row = rows.read(field, table, List.of(), RowKey.of(stored), writes.session(), run);
            if (row == null) throw new IllegalStateException("What was inserted into " + table + " is not there");
            return row;
        };
    }

    @Override
    public String describe(Dialect dialect) {
        List<Column> columns = inputs.newColumns(table);
        List<@Nullable Object> values = Arrays.asList(new Object[columns.size()]);
        return dialect.write(new Insert(table, columns, List.of(values), table.primaryKey()))
                .text();
    }
}
