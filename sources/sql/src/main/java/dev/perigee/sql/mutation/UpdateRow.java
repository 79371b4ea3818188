package dev.perigee.sql.mutation;

import dev.perigee.data.Arguments;
import dev.perigee.data.ClientException;
import dev.perigee.data.SelectedField;
import dev.perigee.data.SourceRun;
import dev.perigee.sql.database.Row;
import dev.perigee.sql.graph.GraphNames;
import dev.perigee.sql.graph.KeyReader;
import dev.perigee.sql.hydration.WrittenRows;
import dev.perigee.sql.model.Column;
import dev.perigee.sql.model.Column.Trait;
import dev.perigee.sql.model.Table;
import dev.perigee.sql.statement.Condition;
import dev.perigee.sql.statement.Condition.Compare;
import dev.perigee.sql.statement.Condition.Operator;
import dev.perigee.sql.statement.Dialect;
import dev.perigee.sql.statement.Statement.Update;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Writes the columns that are given of a row, and counts the write where the table has a column for that.
 *
 * @param version what the client may make the write conditional on, null if there is no such column to be seen
 */
record UpdateRow(Table table, @Nullable Column version, GraphNames names, InputReader inputs, WrittenRows rows)
        implements Change {
    @Override
    public Write read(SelectedField field, SourceRun run) {
        Arguments arguments = run.arguments(field);
        if (!(arguments.get("patch") instanceof Map<?, ?> patch)) throw new IllegalArgumentException("No patch");
        InputRow given = inputs.readPatch(table, patch);
        Object expected = version == null ? null : expected(version, arguments);
        List<Object> key = KeyReader.read(table.primaryKey(), column -> names.updateArgument(table, column), arguments);
        if (key == null) throw notFound();
        Condition where = RowKey.of(table.primaryKey(), key);
        return writes -> {
            boolean isWritten = isChange(given) && writes.update(update(given, where, expected)) > 0;
            boolean isInDoubt = expected != null && !isWritten;
            List<Column> also = version != null && isInDoubt ? List.of(version) : List.of();
            Row row = rows.read(field, table, also, where, writes.session(), run);
            if (row == null) throw notFound();
            if (version != null && isInDoubt) checkVersion(row.value(version), expected, given);
            return row;
        };
    }

    private static @Nullable Object expected(Column version, Arguments arguments) {
        if (!arguments.has("version")) return null;
        Object given = arguments.get("version");
        if (given != null) return KeyReader.value(version, given);
        throw new ClientException("BAD_USER_INPUT", "version is null; leave it out to write any version.");
    }

    private static boolean isChange(InputRow patch) {
        return !patch.columns().isEmpty();
    }

    private Update update(InputRow patch, Condition where, @Nullable Object expected) {
        Condition all = version == null || expected == null
                ? where
                : new Condition.And(List.of(where, new Compare(version, Operator.EQUAL, expected)));
        return new Update(table, patch.columns(), patch.values(), counted(), all);
    }

    /** The column that counts the writes, hidden or not. */
    private @Nullable Column counted() {
        Column column = table.versionColumn();
        return column == null || column.is(Trait.GENERATED) ? null : column;
    }

    /** The row is there, but was not written: its version must be why, unless there was nothing to write. */
    private void checkVersion(@Nullable Object current, @Nullable Object expected, InputRow patch) {
        if (!isChange(patch) && Objects.equals(current, expected)) return;
        Map<String, Object> extensions = new HashMap<>();
        if (current != null) extensions.put("version", current instanceof Long number ? number.toString() : current);
        throw new ClientException(
                "CONFLICT",
                "The %s has another version by now. Read it again, and decide anew.".formatted(table.typeName()),
                extensions);
    }

    private ClientException notFound() {
        return new ClientException("NOT_FOUND", "There is no " + table.typeName() + " with this key.");
    }

    @Override
    public String describe(Dialect dialect) {
        List<Column> columns = inputs.patchColumns(table);
        List<@Nullable Object> values = Arrays.asList(new Object[columns.size()]);
        return dialect.write(new Update(table, columns, values, counted(), RowKey.example(table)))
                .text();
    }
}
