package dev.perigee.client;

import java.time.Duration;

/**
 * How queries that are under way at one time become one request: a JSON array of requests, answered by an array in the same
 * order. It needs a server that takes such arrays.
 *
 * <p>A query that finds none under way is sent at once, so that one after the other costs nothing. Those that come
 * meanwhile wait until an answer is there, {@code window} has passed, or there are {@code maxOperations} of them, whichever
 * is first. Only queries with equal headers are put together; mutations never are. Each operation keeps its own deadline.
 *
 * <p>If a server doesn't take an array, its queries are sent again one by one; a server that has never taken one gets no
 * further array. Immutable.
 *
 * @param maxOperations most in one request, at least 2
 * @param window longest that a query waits for others, more than nothing
 */
public record Batching(int maxOperations, Duration window) {
    /** At most 20 operations, and a wait of 5 milliseconds. */
    public static final Batching DEFAULT = new Batching(20, Duration.ofMillis(5));

    /** @throws IllegalArgumentException if a value is out of range; the message has value and range */
    public Batching {
        if (maxOperations < 2) throw new IllegalArgumentException("maxOperations: " + maxOperations + " (at least 2)");
        if (!window.isPositive()) throw new IllegalArgumentException("window: " + window + " (more than nothing)");
    }
}
