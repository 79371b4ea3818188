package dev.perigee.client.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.perigee.client.SubscriptionSettings.Limits;
import dev.perigee.client.TransportException;
import dev.perigee.client.http.Outgoing;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** One subscription of a connection. Watches that its subscriber does not hold up the others for too long. */
final class SocketOrigin implements Origin {
    private final Connection connection;
    private final String id;
    private final Outgoing request;
    private final Events events;
    private final Limits limits;

    private boolean watched;
    private volatile long lastTaken;

    SocketOrigin(Connection connection, String id, Outgoing request, Events events) {
        this.connection = connection;
        this.id = id;
        this.request = request;
        this.events = events;
        this.limits = connection.limits();
    }

    String id() {
        return id;
    }

    Outgoing request() {
        return request;
    }

    Events events() {
        return events;
    }

    void next(String payload) {
        byte[] event = payload.getBytes(UTF_8);
        if (event.length > limits.maxEventBytes()) {
            String what = "An event has " + event.length + " bytes (maxEventBytes: " + limits.maxEventBytes() + ")";
            end(connection.failures().of(what, CloseCode.BAD_RESPONSE, true, null));
            return;
        }
        events.next(event);
        if (events.hasRoom()) return;
        connection.operations().hold(this);
        watch();
    }

    /** The server has refused it: what it says has the form of a response. */
    void refused(String errors) {
        events.next(("{\"errors\":" + errors + "}").getBytes(UTF_8));
        events.complete();
    }

    @Override
    public void taken() {
        lastTaken = System.nanoTime();
        connection.operations().release(this);
    }

    @Override
    public void cancelled() {
        connection.cancel(this);
    }

    private void end(TransportException failure) {
        connection.cancel(this);
        events.cutOff(failure);
    }

    private synchronized void watch() {
        if (watched) return;
        watched = true;
        lookAfter(limits.maxStall().toNanos());
    }

    private void lookAfter(long nanos) {
        CompletableFuture.delayedExecutor(nanos, TimeUnit.NANOSECONDS).execute(this::look);
    }

    private synchronized void look() {
        watched = false;
        if (!connection.operations().isHeldBy(this)) return;
        long left = limits.maxStall().toNanos() - (System.nanoTime() - lastTaken);
        if (left > 0) {
            watched = true;
            lookAfter(left);
            return;
        }
        Duration stall = limits.maxStall();
        String what = "The subscriber has held up the connection for " + Text.shown(stall)
                + ": it took no event, and had as many waiting as it may (maxEvents: " + limits.maxEvents()
                + ", maxEventBytes: " + limits.maxEventBytes() + ")";
        end(connection.failures().of(what, CloseCode.INTERNAL_CLIENT_ERROR, true, null));
    }
}
