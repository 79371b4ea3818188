package dev.perigee.execution;

import org.jspecify.annotations.Nullable;

/** A key of a loader in one request, and its value once that is loaded. Of the thread that runs the request. */
final class Slot {
    final Object key;

    /** Whether a batch has asked for it. */
    boolean isDemanded;

    /** The call that loads it, null if none was made yet. */
    @Nullable LoadCall call;

    /** What was loaded, a {@link Failure} if it could not be; null before, or if there is nothing. */
    @Nullable Object value;

    Slot(Object key) {
        this.key = key;
    }
}
