package dev.perigee.cli;

/** What the command's exit code says, to scripts. */
final class ExitCode {
    /** All is well. */
    static final int OK = 0;

    /** A document is wrong, or not as it should be. */
    static final int WRONG_DOCUMENT = 1;

    /** The command was used in a wrong way, a file can't be read or written, or a server does not answer. */
    static final int WRONG_USAGE = 2;

    /** A server has refused, or has answered with errors. */
    static final int REFUSED = 3;

    private ExitCode() {}
}
