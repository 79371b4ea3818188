package dev.perigee.sql.hydration;

import dev.perigee.data.SourceRun;
import dev.perigee.sql.database.KnownRows;
import dev.perigee.sql.database.Session;
import dev.perigee.sql.database.Session.RowReader;
import dev.perigee.sql.statement.Dialect;
import dev.perigee.sql.statement.Statement;

/** What one batch reads from the database in one request. */
record Reading(Session session, SourceRun run) {
    /** Sends a statement, and tells of it. */
    void query(Statement statement, RowReader reader) throws Exception {
        run.report(session.query(statement, Integer.MAX_VALUE, reader));
    }

    Dialect dialect() {
        return session.dialect();
    }

    KnownRows known() {
        return session.known();
    }
}
