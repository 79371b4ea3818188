package dev.perigee.sql.mutation;

import dev.perigee.data.SourceCall;
import dev.perigee.sql.database.Layout;
import dev.perigee.sql.database.Row;
import dev.perigee.sql.database.Session;
import dev.perigee.sql.model.Column;
import dev.perigee.sql.model.Table;
import dev.perigee.sql.statement.Statement.Delete;
import dev.perigee.sql.statement.Statement.Insert;
import dev.perigee.sql.statement.Statement.Update;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Sends statements that write, and tells what the database says against them in the words of the graph.
 *
 * @param report is told of each statement
 */
record Writes(Session session, Consumer<SourceCall> report) {
    /** Fewer than any database takes of one statement: SQLite takes 32,766. */
    private static final int MOST_BINDS = 30_000;

    /** @return how many rows there were */
    int update(Update update) throws Exception {
        try {
            return sent(session.update(update));
        } catch (SQLException e) {
            throw WriteErrors.translated(e, session.dialect(), update.table(), false);
        }
    }

    /** @return how many rows there were */
    int delete(Delete delete) throws Exception {
        try {
            return sent(session.update(delete));
        } catch (SQLException e) {
            throw WriteErrors.translated(e, session.dialect(), delete.table(), true);
        }
    }

    private int sent(SourceCall call) {
        report.accept(call);
        return call.rows();
    }

    /** Inserts rows. Gives each with the columns that are needed of it. */
    List<Row> insert(Table table, List<Column> columns, List<List<@Nullable Object>> rows, List<Column> needed)
            throws Exception {
        List<Row> stored = new ArrayList<>(rows.size());
        int most = MOST_BINDS / Math.max(1, columns.size());
        for (int from = 0; from < rows.size(); from += most) {
            List<List<@Nullable Object>> part = rows.subList(from, Math.min(rows.size(), from + most));
            stored.addAll(insertPart(table, columns, part, needed));
        }
        return stored;
    }

    private List<Row> insertPart(
            Table table, List<Column> columns, List<List<@Nullable Object>> rows, List<Column> needed)
            throws Exception {
        List<Column> returning = session.dialect().returnsInserted() ? needed : without(needed, columns);
        List<@Nullable Object[]> returned = new ArrayList<>(rows.size());
        try {
            sent(session.insert(
                    new Insert(table, columns, rows, returning), row -> returned.add(read(row, returning))));
        } catch (SQLException e) {
            throw WriteErrors.translated(e, session.dialect(), table, false);
        }
        if (!returning.isEmpty() && returned.size() != rows.size()) {
            throw new IllegalStateException(returned.size() + " rows came back of " + rows.size() + " of " + table);
        }
        Layout layout = new Layout(table, needed);
        List<Row> stored = new ArrayList<>(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            @Nullable Object[] values = new Object[needed.size()];
            for (int j = 0; j < values.length; j++) {
                int at = returning.indexOf(needed.get(j));
                values[j] = at >= 0 ? returned.get(i)[at] : rows.get(i).get(columns.indexOf(needed.get(j)));
            }
            stored.add(new Row(layout, values));
        }
        return stored;
    }

    private @Nullable Object[] read(ResultSet row, List<Column> columns) throws SQLException {
        @Nullable Object[] values = new Object[columns.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = session.dialect().read(row, i + 1, columns.get(i).type());
        }
        return values;
    }

    private static List<Column> without(List<Column> all, List<Column> some) {
        return all.stream().filter(column -> !some.contains(column)).toList();
    }
}
