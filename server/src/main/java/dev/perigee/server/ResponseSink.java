package dev.perigee.server;

import dev.perigee.execution.Response;
import java.util.concurrent.CompletableFuture;

/** Where the responses of one operation go: a client, over one of the transports. Called by one thread at a time. */
interface ResponseSink {
    /** A source stream is open. Not called for operations of one response. */
    void opened();

    /** @return completes when the client is ready for more; fails if it is gone */
    CompletableFuture<Void> next(Response response);

    /** An error without data ends it: a request error, or that of a source stream that failed. */
    void error(Response error);

    /** There is no more. */
    void complete();
}
