package dev.perigee.grpc.channel;

import dev.perigee.data.ClientException;
import dev.perigee.data.Context;
import dev.perigee.data.Headers;
import dev.perigee.data.ResponseHeaders;
import io.grpc.BindableService;
import io.grpc.Channel;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * A server under a name, or several that do the same. Connected when it is first called, and again whenever a connection
 * is lost: a server that is not there makes its calls fail, and nothing else. Thread-safe; made once, used for all calls.
 *
 * <p>Calls that fail throw {@link ClientException} as {@link StatusErrors} has it. An answer over the limits has the code
 * {@code RESPONSE_TOO_LARGE}, and names the setting. Neither name nor address of an upstream is told to clients.
 */
public final class Upstream implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Upstream.class.getName());

    private final String name;
    private final Channel channel;
    private final Runnable close;
    private final UpstreamSettings settings;
    private final Gate gate;
    private final @Nullable Reconnection reconnection;

    Upstream(String name, Channel channel, Runnable close, UpstreamSettings settings) {
        this.name = name;
        this.channel = channel;
        this.close = close;
        this.settings = settings;
        this.gate = new Gate(settings.maxConcurrentCalls(), settings.maxWaitingCalls());
        this.reconnection = channel instanceof ManagedChannel managed ? new Reconnection(managed) : null;
    }

    /** Servers at addresses such as {@code users.example.com:443}: calls go to all of them in turn. */
    public static UpstreamBuilder to(String name, List<String> addresses) {
        return new UpstreamBuilder(name, addresses);
    }

    /**
     * Services in this process, without a network: a blocking call runs the service on its own thread. Interceptors see
     * calls in their order. Closing it ends the services' server.
     */
    public static Upstream inProcess(String name, List<BindableService> services, ServerInterceptor... interceptors) {
        return InProcess.start(name, services, List.of(interceptors), UpstreamSettings.DEFAULT);
    }

    /** A channel as it is; closing the upstream leaves it open. */
    public static Upstream of(String name, Channel channel) {
        return new Upstream(name, channel, () -> {}, UpstreamSettings.DEFAULT);
    }

    /** The same servers, with other rules for headers and errors; closing either closes the servers for both. */
    public Upstream with(HeaderRules headers, StatusErrors errors) {
        return new Upstream(name, channel, close, settings.with(headers, errors));
    }

    /** The same servers, with other rules for headers; closing either closes the servers for both. */
    public Upstream with(HeaderRules headers) {
        return with(headers, settings.errors());
    }

    /** For configuration and logs; never told to clients. */
    public String name() {
        return name;
    }

    /** What calls are made with: for stubs, such as that of server reflection. */
    public Channel channel() {
        return channel;
    }

    /**
     * Calls a unary method, and waits for its reply: for virtual threads. A method that takes a stream is given one message.
     *
     * @throws ClientException if the call fails
     * @throws CancellationException if the request was cancelled
     * @throws InterruptedException if the thread was interrupted; the call is cancelled
     */
    public Reply call(Call call) throws InterruptedException {
        UnaryCall running = unary(call);
        running.begin();
        try {
            return running.get();
        } catch (InterruptedException e) {
            running.cancel(true);
            throw e;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) throw cause;
            throw new IllegalStateException("The call of " + call.method() + " failed", e.getCause());
        }
    }

    /**
     * Calls a unary method. The stage completes on a thread of the transport: what goes on from there must not block.
     * Cancelling it, as CompletableFuture, cancels the call.
     */
    public CompletionStage<Reply> callAsync(Call call) {
        UnaryCall running;
        try {
            running = unary(call);
        } catch (ClientException e) {
            return CompletableFuture.failedFuture(e);
        }
        // In process, a service runs on the thread that calls it.
        if (settings.isInProcess()) Thread.startVirtualThread(running::begin);
        else running.begin();
        return running;
    }

    private UnaryCall unary(Call call) {
        if (call.method().type().serverSendsOneMessage()) return new UnaryCall(this, call, metadata(call));
        throw new IllegalArgumentException(call.method() + " answers with a stream");
    }

    /**
     * The replies of a server-streaming method, to one message; each subscriber makes a call of its own. What is asked for of them is asked
     * for of the server, one for one. A stream has no deadline unless one was set for streams, for the method or for the
     * call. Subscribers are called on virtual threads, and may block.
     */
    public Flow.Publisher<byte[]> stream(Call call) {
        return new ServerStream(this, call);
    }

    /**
     * Checks what is configured for methods.
     *
     * @throws IllegalArgumentException if the service config hedges one whose calls must not be repeated
     */
    public void check(Collection<Method> methods) {
        for (Method method : methods) {
            if (method.isRepeatable() || !settings.serviceConfig().hedges(method)) continue;
            throw new IllegalArgumentException("The service config of " + name + " has a hedgingPolicy for " + method
                    + ", which may do its work twice then. Give a retryPolicy instead, or set idempotency_level.");
        }
    }

    Gate gate() {
        return gate;
    }

    Timeouts timeouts() {
        return settings.timeouts();
    }

    /** A call's own metadata: gRPC adds to it. */
    Metadata metadata(Call call) {
        Context context = call.context();
        Metadata metadata = settings.headers().toMetadata(context == null ? Headers.NONE : context.headers());
        metadata.merge(call.headers());
        return metadata;
    }

    /** Gives the response what the rules let through of an answer. */
    void collect(Call call, Metadata headers, Metadata trailers) {
        Context context = call.context();
        if (context == null || !settings.headers().returnsAny()) return;
        ResponseHeaders response = context.value(ResponseHeaders.class);
        settings.headers().collect(headers, response);
        settings.headers().collect(trailers, response);
    }

    /** What a client is told of a call that ended with a status. */
    ClientException toError(Call call, Status status, Metadata trailers) {
        if (reconnection != null && status.getCode() == Status.Code.UNAVAILABLE) reconnection.hasten();
        collect(call, new Metadata(), trailers);
        ClientException tooLarge = settings.limits().overLimit(status, call.request().length);
        if (tooLarge != null) {
            LOG.log(System.Logger.Level.WARNING, call.method() + " of " + name + ": " + tooLarge.getMessage());
            return tooLarge;
        }
        ClientException error = settings.errors().toError(name, call.method(), blamed(status), trailers);
        Duration wait = StatusErrors.retryAfter(error);
        Context context = call.context();
        if (wait != null && context != null)
            context.value(ResponseHeaders.class).retryAfter(wait);
        return error;
    }

    /** A call that gRPC has cancelled as it could not read the answer: not the service's doing, nor the client's. */
    private static Status blamed(Status status) {
        return status.getCode() == Status.Code.CANCELLED && status.getCause() != null
                ? Status.INTERNAL.withDescription(status.getDescription()).withCause(status.getCause())
                : status;
    }

    /** Ends the connections; calls that run get a moment to end. */
    @Override
    public void close() {
        close.run();
    }
}
