package dev.perigee.server;

import java.util.Locale;

/** How the responses of an operation came to their end, as the log calls it. */
enum Ending {
    /** All that there was has been sent. */
    COMPLETE,
    /** With an error instead of data. */
    ERROR,
    /** The client has asked for it. */
    CANCELLED,
    /** The client has gone away, or has broken the rules of the protocol. */
    GONE,
    /** The client did not read. */
    STALLED,
    /** What the client has shown itself with is not valid any more. */
    EXPIRED,
    /** The server is stopping. */
    STOPPED;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
