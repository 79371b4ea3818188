package dev.perigee.execution;

/**
 * Decides what a client sees of an exception from a root, loader or resolver. Called once for each error of a response.
 * Shared by all requests.
 */
@FunctionalInterface
public interface ErrorFormatter {
    /**
     * The error to put into the response. What is left out of it never leaves the server.
     *
     * @param occurred message, path, locations and code as the engine would say them: the message of a
     *     {@link dev.perigee.data.ClientException}, or a masked one with an id under which the cause was logged
     * @param cause what was thrown
     */
    ResponseError format(ResponseError occurred, Throwable cause);
}
