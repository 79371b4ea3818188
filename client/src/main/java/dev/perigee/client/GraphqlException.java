package dev.perigee.client;

import org.jspecify.annotations.Nullable;

/**
 * Why an operation has no result. The kinds are few, so that a switch over them is complete:
 *
 * <ul>
 *   <li>{@link InvalidOperationException}: it does not fit the schema, and nothing was sent;
 *   <li>{@link TransportException}: no answer came that is one;
 *   <li>{@link RequestErrorException}: the server refused it, and nothing of it ran;
 *   <li>{@link ExecutionErrorsException}: it ran, and something of its data is missing.
 * </ul>
 */
public abstract sealed class GraphqlException extends RuntimeException
        permits InvalidOperationException, TransportException, RequestErrorException, ExecutionErrorsException {
    GraphqlException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
