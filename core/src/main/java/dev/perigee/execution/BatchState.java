package dev.perigee.execution;

/** A {@link dev.perigee.plan.Batch} in one request. Of the thread that runs the request. */
sealed interface BatchState permits LoadState, SourceState {
    /** One of its fields is not part of this request's response, or has no objects. */
    void skip();
}
