package dev.perigee.server;

import com.linecorp.armeria.common.HttpRequest;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.ShuttingDownException;
import com.linecorp.armeria.server.DecoratingHttpServiceFunction;
import com.linecorp.armeria.server.HttpService;
import com.linecorp.armeria.server.ServiceRequestContext;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The requests whose answers are not out yet, so that a stop can wait for them, and then end them. Thread-safe. */
final class InFlight implements DecoratingHttpServiceFunction {
    /** For the last answers to leave. */
    private static final Duration LAST_ANSWERS = Duration.ofSeconds(1);

    private final Set<ServiceRequestContext> requests = new HashSet<>();
    private boolean isStopping;

    @Override
    public HttpResponse serve(HttpService service, ServiceRequestContext context, HttpRequest request)
            throws Exception {
        if (add(context)) context.initiateConnectionShutdown(); // the next request of this client goes elsewhere
        context.log().whenComplete().thenRun(() -> remove(context));
        return service.serve(context, request);
    }

    synchronized boolean isStopping() {
        return isStopping;
    }

    /**
     * Returns once nothing is in flight: by itself within the grace period, or else cancelled.
     *
     * @param endStreams ends what would not end by itself
     */
    void stop(Runnable endStreams, Duration gracePeriod) throws InterruptedException {
        synchronized (this) {
            isStopping = true;
        }
        endStreams.run();
        end(gracePeriod);
    }

    private synchronized void end(Duration gracePeriod) throws InterruptedException {
        awaitNone(gracePeriod);
        List.copyOf(requests).forEach(request -> request.cancel(ShuttingDownException.get()));
        awaitNone(LAST_ANSWERS);
    }

    private synchronized boolean add(ServiceRequestContext request) {
        requests.add(request);
        return isStopping;
    }

    private synchronized void remove(ServiceRequestContext request) {
        requests.remove(request);
        if (requests.isEmpty()) notifyAll();
    }

    private synchronized void awaitNone(Duration longest) throws InterruptedException {
        long end = System.nanoTime() + longest.toNanos();
        while (!requests.isEmpty()) {
            long millis = (end - System.nanoTime()) / 1_000_000;
            if (millis <= 0) return;
            wait(millis);
        }
    }
}
