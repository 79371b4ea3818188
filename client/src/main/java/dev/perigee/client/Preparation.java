package dev.perigee.client;

/** What is done with an operation before it is sent: an {@link OperationCheck} if there is a schema. Thread-safe. */
interface Preparation {
    /** @throws InvalidOperationException if it is not to be sent */
    Prepared prepare(Operation<?> operation);
}
