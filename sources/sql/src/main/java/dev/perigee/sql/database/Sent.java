package dev.perigee.sql.database;

import java.time.Duration;

/**
 * A statement that a request has sent.
 *
 * @param rows read, or changed by a statement that writes
 * @param duration from waiting for a connection to the last row
 */
public record Sent(String text, int binds, int rows, Duration duration) {}
