package dev.perigee.sql.hydration;

import dev.perigee.data.SourceCall;
import dev.perigee.sql.database.KnownRows;
import dev.perigee.sql.database.Session;
import dev.perigee.sql.database.Session.RowReader;
import dev.perigee.sql.statement.Dialect;
import dev.perigee.sql.statement.Statement;
import java.util.function.Consumer;

/** What one batch reads from the database. @param report is told of each statement */
record Reading(Session session, Consumer<SourceCall> report) {
    void query(Statement statement, RowReader reader) throws Exception {
        report.accept(session.query(statement, Integer.MAX_VALUE, reader));
    }

    Dialect dialect() {
        return session.dialect();
    }

    KnownRows known() {
        return session.known();
    }
}
