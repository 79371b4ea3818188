package dev.perigee.execution;

import org.jspecify.annotations.Nullable;

/**
 * Decides what a client sees of an error. Called once for each error of a response, request errors included. Shared by
 * all requests.
 */
@FunctionalInterface
public interface ErrorFormatter {
    /**
     * The error to put into the response. What is left out of it never leaves the server.
     *
     * @param occurred message, path, locations and code as the engine would say them: the message of a
     *     {@link dev.perigee.data.ClientException}, or a masked one with an id under which the cause was logged
     * @param cause what a root, loader or resolver threw; null if the engine itself found the error
     */
    ResponseError format(ResponseError occurred, @Nullable Throwable cause);
}
