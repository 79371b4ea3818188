package dev.perigee.server;

import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How subscriptions are served, and what their clients may take up. Immutable.
 *
 * @param hasWebSocket whether {@code graphql-transport-ws} is spoken
 * @param hasEvents whether there are server-sent events
 * @param initTimeout what a connection of WebSocket may take to say {@code connection_init}
 * @param pingInterval after so long without a message, a client of WebSocket is pinged, and one of server-sent events gets
 *     a comment; a client of WebSocket that is silent for as long again is cut off
 * @param maxStall how long a client may not read what is there for it, until it is cut off
 * @param maxOperations at one time over one connection of WebSocket; at least 1
 * @param maxConnections of WebSocket, and streams of server-sent events, at one time; at least 1
 * @param initHeaders the headers that {@code connection_init} may bring, over those of the handshake; their case is
 *     ignored. No header belongs here that something in front of the server sets for clients it trusts
 */
public record StreamSettings(
        boolean hasWebSocket,
        boolean hasEvents,
        Duration initTimeout,
        Duration pingInterval,
        Duration maxStall,
        int maxOperations,
        int maxConnections,
        Set<String> initHeaders) {
    /** Both transports; 10, 20 and 30 seconds; 100 operations, 10,000 connections; {@code authorization}. */
    public static final StreamSettings DEFAULT = new StreamSettings(
            true,
            true,
            Duration.ofSeconds(10),
            Duration.ofSeconds(20),
            Duration.ofSeconds(30),
            100,
            10_000,
            Set.of("authorization"));

    /** @throws IllegalArgumentException if a number or a time is not above 0 */
    public StreamSettings {
        positive("initTimeout", initTimeout);
        positive("pingInterval", pingInterval);
        positive("maxStall", maxStall);
        atLeastOne("maxOperations", maxOperations);
        atLeastOne("maxConnections", maxConnections);
        initHeaders =
                initHeaders.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
    }

    /** The same, with these transports. */
    public StreamSettings withTransports(boolean hasWebSocket, boolean hasEvents) {
        return new StreamSettings(
                hasWebSocket,
                hasEvents,
                initTimeout,
                pingInterval,
                maxStall,
                maxOperations,
                maxConnections,
                initHeaders);
    }

    /** The same, with these times. */
    public StreamSettings withTimes(Duration initTimeout, Duration pingInterval, Duration maxStall) {
        return new StreamSettings(
                hasWebSocket,
                hasEvents,
                initTimeout,
                pingInterval,
                maxStall,
                maxOperations,
                maxConnections,
                initHeaders);
    }

    /** The same, with these limits. */
    public StreamSettings withLimits(int maxOperations, int maxConnections) {
        return new StreamSettings(
                hasWebSocket,
                hasEvents,
                initTimeout,
                pingInterval,
                maxStall,
                maxOperations,
                maxConnections,
                initHeaders);
    }

    /** The same, with these headers from {@code connection_init}. */
    public StreamSettings withInitHeaders(Set<String> initHeaders) {
        return new StreamSettings(
                hasWebSocket,
                hasEvents,
                initTimeout,
                pingInterval,
                maxStall,
                maxOperations,
                maxConnections,
                initHeaders);
    }

    private static void positive(String name, Duration value) {
        if (!value.isPositive()) throw new IllegalArgumentException(name + ": " + value + " (above 0)");
    }

    private static void atLeastOne(String name, int value) {
        if (value < 1) throw new IllegalArgumentException(name + ": " + value + " (at least 1)");
    }
}
