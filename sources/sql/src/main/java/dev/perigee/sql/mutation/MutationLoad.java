package dev.perigee.sql.mutation;

import dev.perigee.data.PlannedLoad;
import dev.perigee.data.SourceRun;
import dev.perigee.sql.database.Database;
import dev.perigee.sql.database.Session;
import dev.perigee.sql.mutation.Change.Write;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Makes a change in a transaction, which ends when all that is selected below the field has been read in it. What fails
 * before leaves nothing behind.
 */
record MutationLoad(Database database, Change change) implements PlannedLoad {
    @Override
    public int load(List<? extends Feed> feeds, SourceRun run) throws Exception {
        Feed feed = feeds.getFirst(); // there is one, with one parent: the source merges no fields
        Write write = change.read(feed.field(), run);
        Session session = database.session(run.context());
        int before = session.statements();
        feed.complete(new Object[] {inTransaction(write, session, run)});
        return session.statements() - before;
    }

    private static Object inTransaction(Write write, Session session, SourceRun run) throws Exception {
        session.begin(Connection.TRANSACTION_READ_COMMITTED, false);
        boolean isMade = false;
        try {
            Object value = write.make(new Writes(session, run::report));
            run.atEndOfField(() -> commit(session));
            isMade = true;
            return value;
        } catch (SQLException e) {
            throw WriteErrors.translated(e, session.dialect());
        } finally {
            if (!isMade) session.rollback();
        }
    }

    private static void commit(Session session) throws Exception {
        try {
            session.commit();
        } catch (SQLException e) {
            throw WriteErrors.translated(e, session.dialect());
        }
    }

    @Override
    public String source() {
        return "sql";
    }

    @Override
    public String describe() {
        return "in a transaction: " + change.describe(database.dialect());
    }
}
