package dev.perigee.client;

import org.jspecify.annotations.Nullable;

/** No answer came, or none that is GraphQL: a connection that failed, a deadline, a proxy's page. */
public final class TransportException extends GraphqlException {
    private final int status;
    private final boolean mayHaveRun;

    /**
     * @param status of HTTP, 0 where it did not get so far
     * @param mayHaveRun whether the server may have run the operation all the same
     */
    public TransportException(String message, int status, boolean mayHaveRun, @Nullable Throwable cause) {
        super(message, cause);
        this.status = status;
        this.mayHaveRun = mayHaveRun;
    }

    /** The status of HTTP; 0 where it did not get so far. */
    public int status() {
        return status;
    }

    /** Whether the server may have run the operation all the same: false if nothing of it can have arrived. */
    public boolean mayHaveRun() {
        return mayHaveRun;
    }
}
