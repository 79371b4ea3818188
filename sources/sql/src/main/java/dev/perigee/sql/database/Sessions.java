package dev.perigee.sql.database;

import dev.perigee.data.Context;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** The sessions of one request, one for each database; closed with the request. Thread-safe. */
public final class Sessions implements AutoCloseable {
    private final Map<Database, Session> sessions = new IdentityHashMap<>();
    private boolean isClosed;

    synchronized Session of(Database database, Context context) {
        return sessions.computeIfAbsent(database, d -> make(d, context));
    }

    private Session make(Database database, Context context) {
        Session session = new Session(database, context);
        if (isClosed) session.close(); // work that goes on when its request has ended must not begin anything
        return session;
    }

    /** Waits for statements within transactions to end, which are cancelled by then. */
    @Override
    public void close() {
        List<Session> open;
        synchronized (this) {
            isClosed = true;
            open = List.copyOf(sessions.values());
        }
        open.forEach(Session::close);
    }
}
