package dev.perigee.client;

import dev.perigee.client.http.Address;
import dev.perigee.client.stream.Subscriptions;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How a client subscribes. Immutable: what looks like a setter gives another one.
 *
 * <p>A WebSocket is shared by all subscriptions of the same headers, and its protocol can't slow down one of them. While a
 * subscriber has as many events waiting as {@link Limits} allow, nothing of its connection is read, which slows the server
 * and holds up the others; after {@link Limits#maxStall} of that, the subscription fails. With server-sent events each
 * subscription has a response of its own: a slow subscriber slows its own source only, for as long as it likes.
 *
 * @param uri where; null for the client's own, with {@code ws} for {@code http} where it is a WebSocket
 * @param initPayload the payload of {@code connection_init}, made of the headers of client, credentials and operation;
 *     WebSocket only
 * @see <a href="https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md">GraphQL over WebSocket</a>
 * @see <a href="https://github.com/enisdenjo/graphql-sse/blob/master/PROTOCOL.md">GraphQL over Server-Sent Events</a>
 */
public record SubscriptionSettings(
        Protocol protocol,
        @Nullable URI uri,
        Function<Map<String, String>, Map<String, ?>> initPayload,
        Times times,
        Limits limits,
        Reconnects reconnects) {
    /** @throws IllegalArgumentException if the address is not that of a server, or has credentials in it */
    public SubscriptionSettings {
        if (uri != null) new Address(Subscriptions.withScheme(uri, false));
    }

    /** By what events come. */
    public enum Protocol {
        /** {@code graphql-transport-ws}. */
        WEB_SOCKET,
        /** {@code graphql-sse}, distinct connections. */
        SERVER_SENT_EVENTS
    }

    /**
     * @param open how long a server may take until it lets subscribe, with the token that may be needed; more than zero
     * @param ping after how long without a message a WebSocket is asked whether it is alive, and given up if as long passes
     *     without an answer; one that has no subscriptions is closed instead. More than zero
     */
    public record Times(Duration open, Duration ping) {
        public static final Times DEFAULT = new Times(Duration.ofSeconds(10), Duration.ofSeconds(10));

        /** @throws IllegalArgumentException if a value is out of range; the message has value and range */
        public Times {
            positive("open", open);
            positive("ping", ping);
        }
    }

    /**
     * What a subscription may hold in memory.
     *
     * @param maxEventBytes largest event, at least 1. All that waits for a subscriber is no more than twice that
     * @param maxEvents how many events may wait for a subscriber, at least 1
     * @param maxStall how long a subscriber may hold up a WebSocket without taking an event; zero for not at all
     */
    public record Limits(int maxEventBytes, int maxEvents, Duration maxStall) {
        public static final Limits DEFAULT = new Limits(4 << 20, 256, Duration.ofSeconds(5));

        /** @throws IllegalArgumentException if a value is out of range; the message has value and range */
        public Limits {
            atLeast(1, "maxEventBytes", maxEventBytes);
            atLeast(1, "maxEvents", maxEvents);
            if (maxStall.isNegative()) throw new IllegalArgumentException("maxStall: " + maxStall + " (zero or more)");
        }
    }

    /**
     * Whether a subscription whose connection is lost is begun anew. What happens in between, its subscriber misses.
     *
     * @param max how often in a row; 0 for never
     * @param firstDelay before the first; twice as long before each further one, up to a minute, less up to half of it by
     *     chance. A connection that has held for a minute counts as a success
     */
    public record Reconnects(int max, Duration firstDelay) {
        public static final Reconnects NONE = new Reconnects(0, Duration.ofSeconds(1));

        /** @throws IllegalArgumentException if a value is out of range; the message has value and range */
        public Reconnects {
            atLeast(0, "max", max);
            positive("firstDelay", firstDelay);
        }
    }

    /** One WebSocket at the client's own path: what a client has unless it is given another. */
    public static SubscriptionSettings webSocket() {
        return of(Protocol.WEB_SOCKET);
    }

    /** One response for each subscription, by HTTP: past proxies that know no WebSocket. */
    public static SubscriptionSettings serverSentEvents() {
        return of(Protocol.SERVER_SENT_EVENTS);
    }

    private static SubscriptionSettings of(Protocol protocol) {
        return new SubscriptionSettings(
                protocol, null, headers -> headers, Times.DEFAULT, Limits.DEFAULT, Reconnects.NONE);
    }

    /** @throws IllegalArgumentException if it is not the address of a server, or has credentials in it */
    public SubscriptionSettings at(URI uri) {
        return new SubscriptionSettings(protocol, uri, initPayload, times, limits, reconnects);
    }

    public SubscriptionSettings initPayload(Function<Map<String, String>, Map<String, ?>> ofHeaders) {
        return new SubscriptionSettings(protocol, uri, ofHeaders, times, limits, reconnects);
    }

    public SubscriptionSettings times(Duration open, Duration ping) {
        return new SubscriptionSettings(protocol, uri, initPayload, new Times(open, ping), limits, reconnects);
    }

    public SubscriptionSettings limits(int maxEventBytes, int maxEvents, Duration maxStall) {
        Limits given = new Limits(maxEventBytes, maxEvents, maxStall);
        return new SubscriptionSettings(protocol, uri, initPayload, times, given, reconnects);
    }

    public SubscriptionSettings reconnects(int max, Duration firstDelay) {
        Reconnects given = new Reconnects(max, firstDelay);
        return new SubscriptionSettings(protocol, uri, initPayload, times, limits, given);
    }

    private static void positive(String name, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException(name + ": " + value + " (more than zero)");
        }
    }

    private static void atLeast(int least, String name, int value) {
        if (value < least) throw new IllegalArgumentException(name + ": " + value + " (at least " + least + ")");
    }
}
