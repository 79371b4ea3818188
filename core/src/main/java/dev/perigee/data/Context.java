package dev.perigee.data;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What one request carries along: the caller's headers, values of its own, deadline and cancellation. Thread-safe. */
public interface Context {
    Headers headers();

    /**
     * The request's value of a type: given with the request, or made now by {@link Wiring.Builder#value} and kept until
     * the request ends. There always are {@link ResponseHeaders}.
     *
     * @throws IllegalStateException if there is none
     */
    <T> T value(Class<T> type);

    /** The name of the operation that runs, null where it has none, or is not known yet, as when a Caller is made. */
    @Nullable String operationName();

    /** What is left until the deadline; zero once it has passed. */
    Duration remaining();

    /** Whether nobody waits for the answer any more: the client has gone away, or the deadline has passed. */
    boolean isCancelled();

    /**
     * Runs an action when the request is cancelled, at once if it already is: cancels a statement or a call. Actions run
     * on whatever thread cancels, so they must be quick.
     *
     * @return to be closed when what the action would cancel is over
     */
    Registration onCancel(Runnable action);

    /** Takes an action of {@link #onCancel} back. */
    @FunctionalInterface
    interface Registration extends AutoCloseable {
        @Override
        void close();
    }
}
