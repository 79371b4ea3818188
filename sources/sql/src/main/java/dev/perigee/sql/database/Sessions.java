package dev.perigee.sql.database;

import dev.perigee.data.Context;
import java.util.IdentityHashMap;
import java.util.Map;

/** The sessions of one request, one for each database; closed with the request. Thread-safe. */
public final class Sessions implements AutoCloseable {
    private final Map<Database, Session> sessions = new IdentityHashMap<>();

    synchronized Session of(Database database, Context context) {
        return sessions.computeIfAbsent(database, d -> new Session(d, context));
    }

    @Override
    public synchronized void close() {
        sessions.values().forEach(Session::close);
    }
}
