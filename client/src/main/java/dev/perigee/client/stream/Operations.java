package dev.perigee.client.stream;

import dev.perigee.client.http.Outgoing;
import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The subscriptions of one connection: whose a message is, and who holds up the reading. */
final class Operations {
    private final Connection connection;

    /** By id, in the order in which they came. Also the lock of all that follows. */
    private final Map<String, SocketOrigin> open = new LinkedHashMap<>();

    /** Those without room for another event. */
    private final Set<SocketOrigin> holding = new HashSet<>();

    /** Those that the server knows of. */
    private final Set<SocketOrigin> told = new HashSet<>();

    private long lastId;
    private boolean acknowledged;
    private boolean closed;

    Operations(Connection connection) {
        this.connection = connection;
    }

    /** @return null if the connection is of no use any more */
    @Nullable SocketOrigin add(Outgoing request, Events events) {
        synchronized (open) {
            if (closed) return null;
            SocketOrigin origin = new SocketOrigin(connection, Long.toString(++lastId), request, events);
            open.put(origin.id(), origin);
            return origin;
        }
    }

    /** @return whether it was open until now, and the server has been told of it */
    boolean remove(SocketOrigin origin) {
        synchronized (open) {
            holding.remove(origin);
            return open.remove(origin.id(), origin) && told.remove(origin);
        }
    }

    /** @return whether the server is to be told of it, now and for the first time */
    boolean tell(SocketOrigin origin) {
        synchronized (open) {
            return acknowledged && open.get(origin.id()) == origin && told.add(origin);
        }
    }

    /** From now on the server may be told of all: first of those that have waited, which are returned. */
    List<SocketOrigin> acknowledge() throws IOException {
        synchronized (open) {
            if (acknowledged) throw new IOException("the connection is acknowledged already");
            acknowledged = true;
            return List.copyOf(open.values());
        }
    }

    boolean areAcknowledged() {
        synchronized (open) {
            return acknowledged;
        }
    }

    boolean isEmpty() {
        synchronized (open) {
            return open.isEmpty();
        }
    }

    /** No more can be added; those that were open until now are returned. */
    List<SocketOrigin> close() {
        synchronized (open) {
            closed = true;
            holding.clear();
            told.clear();
            List<SocketOrigin> were = List.copyOf(open.values());
            open.clear();
            return were;
        }
    }

    void hold(SocketOrigin origin) {
        synchronized (open) {
            if (open.get(origin.id()) == origin) holding.add(origin);
        }
        if (origin.events().hasRoom()) release(origin); // what was taken meanwhile has not found it here
    }

    void release(SocketOrigin origin) {
        synchronized (open) {
            if (!holding.remove(origin)) return;
        }
        connection.readOn();
    }

    boolean isHeldBy(SocketOrigin origin) {
        synchronized (open) {
            return holding.contains(origin);
        }
    }

    boolean isHeld() {
        synchronized (open) {
            return !holding.isEmpty();
        }
    }

    /** @throws IOException if there can be no such message; its message says why */
    void receive(Message message) throws IOException {
        SocketOrigin origin = origin(message);
        if (origin == null) return;
        switch (message.type()) {
            case "next" -> origin.next(message.requiredPayload());
            case "error" -> {
                String errors = message.requiredPayload();
                remove(origin);
                origin.refused(errors);
            }
            case "complete" -> {
                remove(origin);
                origin.events().complete();
            }
            default -> throw new IOException("its type is \"" + Text.shown(message.type(), 40) + "\"");
        }
    }

    /** Null for one that is over: what was on its way when it was cancelled. */
    private @Nullable SocketOrigin origin(Message message) throws IOException {
        String id = message.id();
        if (id == null)
            throw new IOException("its type is \"" + Text.shown(message.type(), 40) + "\", and it has no id");
        synchronized (open) {
            SocketOrigin origin = open.get(id);
            if (!acknowledged || (origin == null && !wasGiven(id))) {
                throw new IOException("its id is of no subscription: \"" + Text.shown(id, 40) + "\"");
            }
            return origin;
        }
    }

    private boolean wasGiven(String id) {
        return id.matches("[1-9][0-9]{0,17}") && Long.parseLong(id) <= lastId;
    }
}
