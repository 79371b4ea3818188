package dev.perigee.execution;

/** The context of a source stream, which may last. The responses to its events have contexts of their own. */
final class StreamContext extends RequestContext {
    StreamContext(Request request, Setup setup) {
        super(request, setup);
    }

    @Override
    long timeoutNanos() {
        return Long.MAX_VALUE;
    }
}
