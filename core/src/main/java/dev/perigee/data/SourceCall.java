package dev.perigee.data;

import java.time.Duration;

/**
 * A call that a source has made, for the explanation of a request.
 *
 * @param text what was sent, without values: a statement, or the name of a method
 * @param rows how many rows, or messages, came back or were changed
 */
public record SourceCall(String text, int rows, Duration duration) {}
