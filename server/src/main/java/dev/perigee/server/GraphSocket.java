package dev.perigee.server;

import com.linecorp.armeria.common.RequestHeaders;
import com.linecorp.armeria.common.stream.ClosedStreamException;
import com.linecorp.armeria.common.util.Exceptions;
import com.linecorp.armeria.common.websocket.WebSocket;
import com.linecorp.armeria.common.websocket.WebSocketFrame;
import com.linecorp.armeria.common.websocket.WebSocketWriter;
import com.linecorp.armeria.server.ServiceRequestContext;
import dev.perigee.data.Caller;
import dev.perigee.data.Headers;
import dev.perigee.language.OperationType;
import io.netty.channel.EventLoop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection of {@code graphql-transport-ws}. All of its state belongs to the event loop of the connection.
 *
 * @see <a href="https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md">GraphQL over WebSocket Protocol</a>
 */
final class GraphSocket {
    private static final Logger LOG = LoggerFactory.getLogger(GraphSocket.class);
    private static final CompletableFuture<Void> AT_ONCE = CompletableFuture.completedFuture(null);
    private static final Set<OperationType> ALL = EnumSet.allOf(OperationType.class);

    private enum State {
        NEW,
        INITIALISING,
        READY,
        CLOSED
    }

    private final ServiceRequestContext context;
    private final GraphRequests requests;
    private final StreamSettings settings;
    private final RequestHeaders handshake;
    private final EventLoop loop;
    private final WebSocketWriter out = WebSocket.streaming();
    private final ClientWriter<WebSocketFrame> writer;
    private final Map<String, SocketOperation> operations = new HashMap<>();
    private final List<Future<?>> timers = new ArrayList<>();
    private State state = State.NEW;
    private Headers headers = Headers.NONE;
    private @Nullable Caller caller;
    private long lastSign = System.nanoTime();
    private boolean isPinged;
    private boolean isStopping;

    /** @param handshake the headers of it that count */
    GraphSocket(
            ServiceRequestContext context, GraphRequests requests, StreamSettings settings, RequestHeaders handshake) {
        this.context = context;
        this.requests = requests;
        this.settings = settings;
        this.handshake = handshake;
        this.loop = context.eventLoop().withoutContext();
        this.writer = new ClientWriter<>(context, out, settings.maxStall(), () -> execute(() -> end(Ending.STALLED)));
    }

    /** Begins, on the event loop. */
    WebSocket open(WebSocket in, int maxMessageBytes, Runnable whenOver) {
        in.subscribe(new SocketFrames(this, maxMessageBytes), context.eventLoop());
        out.whenComplete().whenComplete((nothing, failure) -> {
            whenOver.run();
            execute(() -> end(Ending.GONE));
        });
        after(settings.initTimeout(), () -> {
            if (state != State.READY) close(CloseCode.INIT_TIMEOUT, "Connection initialisation timeout");
        });
        after(settings.pingInterval(), this::ping);
        return out;
    }

    void execute(Runnable task) {
        if (loop.inEventLoop()) task.run();
        else loop.execute(task);
    }

    /** The client lives. */
    void heard() {
        lastSign = System.nanoTime();
        isPinged = false;
    }

    /** @return completes when the client may be read from again */
    CompletableFuture<Void> receive(byte[] json) {
        return JsonRequests.read(json, ClientMessage::read)
                .handleAsync(
                        (message, failure) -> failure == null ? receive(message) : notAMessage(failure), this::execute)
                .thenCompose(answered -> answered);
    }

    private CompletableFuture<Void> notAMessage(Throwable failure) {
        Throwable cause = Exceptions.peel(failure);
        if (cause instanceof HttpProblem problem) close(CloseCode.BAD_REQUEST, problem.message());
        else closeWithInternalError(cause);
        return AT_ONCE;
    }

    private CompletableFuture<Void> receive(ClientMessage message) {
        if (state == State.CLOSED) return AT_ONCE;
        return switch (message) {
            case ClientMessage.Init init -> initialise(init);
            case ClientMessage.Ping ping -> write(ServerMessage.pong());
            case ClientMessage.Pong pong -> AT_ONCE;
            case ClientMessage.Subscribe subscribe -> subscribe(subscribe);
            case ClientMessage.Complete complete -> {
                SocketOperation operation = operations.remove(complete.id());
                if (operation != null) operation.cancel(Ending.CANCELLED); // else it has ended meanwhile
                yield AT_ONCE;
            }
        };
    }

    private CompletableFuture<Void> initialise(ClientMessage.Init init) {
        if (state != State.NEW) {
            close(CloseCode.TOO_MANY_INITS, "Too many initialisation requests");
            return AT_ONCE;
        }
        state = State.INITIALISING;
        headers = InitHeaders.merge(handshake, init.payload(), settings.initHeaders());
        callerOf(headers).whenCompleteAsync(this::initialised, this::execute);
        return AT_ONCE;
    }

    private CompletionStage<@Nullable Caller> callerOf(Headers headers) {
        try {
            return requests.callerOf(headers);
        } catch (RuntimeException e) {
            return CompletableFuture.failedStage(e);
        }
    }

    private void initialised(@Nullable Caller known, @Nullable Throwable failure) {
        if (state != State.INITIALISING) return;
        if (failure == null) {
            caller = known;
            state = State.READY;
            Duration left = Expiry.of(known);
            if (left != null) after(left, () -> close(CloseCode.FORBIDDEN, "The token has expired.", Ending.EXPIRED));
            write(ServerMessage.ack());
        } else if (Exceptions.peel(failure) instanceof AuthenticationException refused) {
            close(CloseCode.FORBIDDEN, "Forbidden: " + refused.getMessage());
        } else {
            closeWithInternalError(Exceptions.peel(failure));
        }
    }

    private CompletableFuture<Void> subscribe(ClientMessage.Subscribe message) {
        String id = message.id();
        if (state != State.READY) {
            close(CloseCode.UNAUTHORIZED, "Unauthorized: wait for connection_ack before you subscribe");
            return AT_ONCE;
        }
        if (operations.containsKey(id)) {
            close(CloseCode.DUPLICATE_ID, "Subscriber for " + id + " already exists");
            return AT_ONCE;
        }
        try {
            start(id, message.operation());
            return AT_ONCE;
        } catch (HttpProblem e) {
            return write(ServerMessage.error(id, List.of(e.asError())));
        }
    }

    private void start(String id, Parameters parameters) {
        if (isStopping) throw HttpProblem.stopping();
        if (operations.size() >= settings.maxOperations()) {
            throw HttpProblem.limitExceeded("This connection has " + settings.maxOperations()
                    + " operations, as many as it may at one time: complete one, or open another connection.");
        }
        SocketOperation operation = new SocketOperation(id, this);
        operation.begins(requests.deliver(requests.request(parameters, headers, caller, ALL), caller, operation));
        operations.put(id, operation);
    }

    /** @return completes when the message is on its way; fails if the client is gone */
    CompletableFuture<Void> write(WebSocketFrame message) {
        return writer.write(message);
    }

    /** Writes for an operation, if it is still one. */
    CompletableFuture<Void> write(SocketOperation operation, WebSocketFrame message) {
        if (operations.get(operation.id()) != operation) {
            message.close();
            return CompletableFuture.failedFuture(ClosedStreamException.get());
        }
        CompletableFuture<Void> taken = write(message);
        return taken.thenRun(() -> execute(this::heard));
    }

    /** The last message of an operation. It has its place until that is on its way, so that endings can't pile up. */
    void finish(SocketOperation operation, WebSocketFrame message) {
        write(operation, message)
                .whenComplete((nothing, failure) -> execute(() -> {
                    operations.remove(operation.id(), operation);
                    closeIfStopped();
                }));
    }

    void streamOpened() {
        if (isStopping) stop();
    }

    /** Ends what would not end by itself, lets the rest end, and then closes. */
    void stop() {
        execute(() -> {
            isStopping = true;
            operations.values().removeIf(operation -> {
                if (operation.isStream()) operation.cancel(Ending.STOPPED);
                return operation.isStream();
            });
            closeIfStopped();
        });
    }

    private void closeIfStopped() {
        if (isStopping && operations.isEmpty()) close(CloseCode.GOING_AWAY, "The server is stopping.");
    }

    void closedByClient() {
        if (state != State.CLOSED) out.close();
        end(Ending.GONE);
    }

    void close(CloseCode code, String reason) {
        close(code, reason, Ending.GONE);
    }

    private void close(CloseCode code, String reason, Ending ending) {
        if (state == State.CLOSED) return;
        out.close(code.status(), Utf8.shortened(reason, 123));
        writer.watchTheEnd();
        end(ending);
    }

    private void closeWithInternalError(Throwable cause) {
        String id = UUID.randomUUID().toString();
        LOG.error("Failed to serve a WebSocket, {}", id, cause);
        close(CloseCode.INTERNAL_ERROR, "Internal error " + id + ".");
    }

    private void end(Ending how) {
        state = State.CLOSED;
        timers.forEach(timer -> timer.cancel(false));
        operations.values().forEach(operation -> operation.cancel(how));
        operations.clear();
    }

    /** A client of whom there is no sign is asked for one, and has as long again to give it. */
    private void ping() {
        long quiet = System.nanoTime() - lastSign;
        Duration interval = settings.pingInterval();
        if (isPinged) {
            close(CloseCode.POLICY, "No pong within " + interval.toMillis() + " ms.");
        } else if (quiet < interval.toNanos()) {
            after(interval.minusNanos(quiet), this::ping);
        } else {
            isPinged = true;
            write(ServerMessage.ping());
            after(interval, this::ping);
        }
    }

    private void after(Duration time, Runnable task) {
        timers.removeIf(Future::isDone);
        timers.add(loop.schedule(task, time.toNanos(), TimeUnit.NANOSECONDS));
    }
}
