package dev.perigee.sql.hydration;

import dev.perigee.data.SelectedField;
import dev.perigee.data.SourceRun;
import dev.perigee.sql.database.Layout;
import dev.perigee.sql.database.Row;
import dev.perigee.sql.database.Session;
import dev.perigee.sql.graph.GraphNames;
import dev.perigee.sql.model.Column;
import dev.perigee.sql.model.Table;
import dev.perigee.sql.statement.Condition;
import dev.perigee.sql.statement.Page;
import dev.perigee.sql.statement.Statement.Select;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads rows that were written, with the columns that a client has selected of them. Immutable. */
public final class WrittenRows {
    private final Needs needs;
    private final GraphNames names;

    WrittenRows(Needs needs, GraphNames names) {
        this.needs = needs;
        this.names = names;
    }

    /**
     * Reads the row that a field gives back, whatever the request has read of it before.
     *
     * @param also columns that are needed besides
     * @param where must not hold for more than one row
     * @return null if there is no such row
     */
    public @Nullable Row read(
            SelectedField field, Table table, List<Column> also, Condition where, Session session, SourceRun run)
            throws Exception {
        Wanted wanted = new Wanted(table, null, needs, names, run);
        wanted.add(field, Form.ONE);
        for (Column column : also) wanted.columns.set(column.ordinal());
        List<Column> columns = wanted.columnList();
        Select select = new Select(table, columns, List.of(), null, false, where, List.of(), 0, Page.ALL);
        ReadRows reader = new ReadRows(session.dialect(), List.of(), null, new Layout(table, columns));
        run.report(session.query(select, 1, reader));
        session.known().remember(reader.layout(), reader.rows(), Set.of(field));
        return reader.rows().isEmpty() ? null : reader.rows().getFirst();
    }
}
