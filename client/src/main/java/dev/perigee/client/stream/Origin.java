package dev.perigee.client.stream;

/** Where the events of one subscriber come from, and what it is told by them. Called by any thread, and must not block. */
interface Origin {
    /** One event fewer waits. */
    void taken();

    /** No more events are wanted. At most once. */
    void cancelled();
}
