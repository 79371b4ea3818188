package dev.perigee.plan;

/** An operation asks for more than a plan may hold. The message names the limit and its value. */
public final class PlanTooLargeException extends RuntimeException {
    private static final long serialVersionUID = 1;

    PlanTooLargeException(String limit, int value) {
        super("The operation selects too much: over the limit " + limit + " of " + value + ".");
    }
}
