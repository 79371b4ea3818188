package dev.perigee.sql.hydration;

import dev.perigee.data.PlannedLoad.Feed;
import dev.perigee.data.SelectedField;
import dev.perigee.data.SourceCall;
import dev.perigee.data.SourceRun;
import dev.perigee.sql.database.Layout;
import dev.perigee.sql.database.Row;
import dev.perigee.sql.database.Session;
import dev.perigee.sql.database.Session.RowReader;
import dev.perigee.sql.model.Column;
import dev.perigee.sql.model.Table;
import dev.perigee.sql.statement.Dialect;
import dev.perigee.sql.statement.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What one batch reads from the database.
 *
 * @param fields that it is read for, none if code reads for itself
 * @param above the fields that those stand below, near and far: what was read for them is there
 * @param report is told of each statement
 */
record Reading(Session session, Set<SelectedField> fields, Set<SelectedField> above, Consumer<SourceCall> report) {
    /** What code reads for itself. */
    static Reading of(Session session) {
        return new Reading(session, Set.of(), Set.of(), sent -> {});
    }

    static Reading of(Session session, List<? extends Feed> feeds, SourceRun run) {
        Set<SelectedField> fields = new HashSet<>();
        Set<SelectedField> above = new HashSet<>();
        for (Feed feed : feeds) {
            fields.add(feed.field());
            for (SelectedField at = feed.field().parent(); at != null; at = at.parent()) above.add(at);
        }
        return new Reading(session, fields, above, run::report);
    }

    void query(Statement statement, RowReader reader) throws Exception {
        report.accept(session.query(statement, Integer.MAX_VALUE, reader));
    }

    Dialect dialect() {
        return session.dialect();
    }

    /** Of the rows with these keys, those that were read before with enough columns. */
    Map<Object, Row> known(Table table, List<Column> key, List<Column> needed, Set<Object> keys) {
        return session.known().find(table, key, needed, keys, above);
    }

    /** @param rows must not change any more */
    void remember(Layout layout, List<Row> rows) {
        session.known().remember(layout, rows, fields);
    }
}
