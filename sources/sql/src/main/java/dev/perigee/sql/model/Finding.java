package dev.perigee.sql.model;

/**
 * Something that a model and a database do not agree on.
 *
 * @param message where it is, what is wrong, and what to do
 */
public record Finding(Severity severity, String message) {
    /** What comes of it. */
    public enum Severity {
        /** Requests fail, or have wrong answers. */
        ERROR,
        /** Requests are slow, or fail for some rows. */
        WARNING
    }

    @Override
    public String toString() {
        return severity + " " + message;
    }
}
