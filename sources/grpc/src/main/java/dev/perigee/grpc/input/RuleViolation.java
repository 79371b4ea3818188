package dev.perigee.grpc.input;

/**
 * A rule that a request breaks.
 *
 * @param path where in the request, such as {@code input.address.zip}; empty for the request as a whole
 * @param rule its id, such as {@code string.pattern}; {@code required} for what the field's behaviour says
 * @param message for people
 */
public record RuleViolation(String path, String rule, String message) {}
