package dev.perigee.cli.serve;

/** There is no folder where one is named, or no perigee.yaml in it: wrong usage, unlike a graph with something wrong. */
public final class MissingSettingsException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** @param message also what to do about it */
    public MissingSettingsException(String message) {
        super(message);
    }
}
