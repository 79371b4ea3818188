package dev.perigee.cli;

/** What the command's exit code says, to scripts. */
final class ExitCode {
    /** All is well. */
    static final int OK = 0;

    /** A document is wrong, or not as it should be. */
    static final int WRONG_DOCUMENT = 1;

    /** The command was used in a wrong way, or a file can't be read or written. */
    static final int WRONG_USAGE = 2;

    /** A server was reached, and has refused. */
    static final int REFUSED = 3;

    private ExitCode() {}
}
