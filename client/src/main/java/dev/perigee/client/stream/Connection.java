package dev.perigee.client.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.perigee.client.GraphqlException;
import dev.perigee.client.SubscriptionSettings;
import dev.perigee.client.SubscriptionSettings.Limits;
import dev.perigee.client.TransportException;
import dev.perigee.client.http.Headers;
import dev.perigee.client.http.Outgoing;
import dev.perigee.json.JsonWriter;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One WebSocket by {@code graphql-transport-ws}, with the subscriptions that share it. Once it has failed, so have they, and
 * it is of no further use.
 */
final class Connection implements Socket.Receiver {
    static final String SUBPROTOCOL = "graphql-transport-ws";

    /** What a message has around its event. */
    private static final int ENVELOPE_BYTES = 1024;

    private final Endpoint endpoint;
    private final SubscriptionSettings settings;
    private final Failures failures;
    private final Admission admission;
    private final Consumer<Connection> ended;
    private final Operations operations = new Operations(this);

    private @Nullable String initPayload;
    private @Nullable CompletableFuture<?> handshake;
    private @Nullable Socket socket;
    private boolean started;
    private boolean reading;
    private boolean heard;
    private boolean pinged;
    private boolean dead;

    /**
     * @param given headers of the operations that share it
     * @param ended called once, when it is of no further use
     */
    Connection(Endpoint endpoint, Map<String, String> given, Consumer<Connection> ended) {
        this.endpoint = endpoint;
        this.settings = endpoint.settings();
        this.failures = endpoint.failures();
        this.admission = endpoint.admission(given);
        this.ended = ended;
    }

    Operations operations() {
        return operations;
    }

    Failures failures() {
        return failures;
    }

    Limits limits() {
        return settings.limits();
    }

    /** Begins to connect, at the first call. */
    void connect() {
        synchronized (this) {
            if (started || dead) return;
            started = true;
        }
        after(settings.times().open(), this::giveUpOpening);
        tryToConnect();
    }

    private void tryToConnect() {
        admission.headers().thenCompose(this::open).whenComplete((opened, failure) -> {
            if (failure != null) refused(failures.notOpened(failure));
        });
    }

    private CompletableFuture<?> open(Map<String, String> all) {
        Map<String, ?> payload = settings.initPayload().apply(all);
        synchronized (this) {
            initPayload = payload.isEmpty() ? null : json(payload);
        }
        WebSocket.Builder builder = endpoint.http().newWebSocketBuilder().subprotocols(SUBPROTOCOL);
        // A builder of WebSockets would look at them no sooner than when it connects.
        Headers.set(HttpRequest.newBuilder(), all);
        all.forEach(builder::header);
        CompletableFuture<?> opening =
                builder.buildAsync(endpoint.uri(), new Socket(this, limits().maxEventBytes() + ENVELOPE_BYTES));
        boolean late;
        synchronized (this) {
            handshake = opening;
            late = dead;
        }
        if (late) opening.cancel(true);
        return opening;
    }

    /** The end, unless it was about credentials before anything was subscribed, and there are others. */
    private void refused(GraphqlException failure) {
        try {
            if (failure instanceof TransportException e && isOpening() && admission.isWorthAnother(e.status())) {
                tryToConnect();
                return;
            }
        } catch (RuntimeException | Error e) {
            fail(failures.notOpened(e), CloseCode.NORMAL);
            return;
        }
        fail(failure, CloseCode.NORMAL);
    }

    private synchronized boolean isOpening() {
        return !dead && !operations.areAcknowledged();
    }

    private void giveUpOpening() {
        if (operations.areAcknowledged()) return;
        String what = "The server has not let subscribe within "
                + Text.shown(settings.times().open());
        fail(failures.of(what, CloseCode.NO_ACKNOWLEDGEMENT, false, null), CloseCode.NO_ACKNOWLEDGEMENT);
    }

    /** @return whether it could still be added */
    boolean add(Outgoing request, Events events) {
        SocketOrigin origin = operations.add(request, events);
        if (origin == null) return false;
        if (events.from(origin)) sendSubscribe(origin);
        else cancel(origin);
        return true;
    }

    private synchronized void sendSubscribe(SocketOrigin origin) {
        if (operations.tell(origin))
            send("subscribe", origin.id(), new String(origin.request().body(), UTF_8));
    }

    /** What nobody wants any more, the server need not send. */
    synchronized void cancel(SocketOrigin origin) {
        if (operations.remove(origin)) send("complete", origin.id(), null);
        readOn();
    }

    /** Takes the next message if nobody minds. */
    void readOn() {
        Socket from;
        synchronized (this) {
            if (dead || reading || socket == null || operations.isHeld()) return;
            reading = true;
            from = socket;
        }
        from.readNext();
    }

    @Override
    public void opened(Socket opened) {
        String payload;
        synchronized (this) {
            if (dead) {
                opened.close(CloseCode.NORMAL, "");
                return;
            }
            socket = opened;
            reading = false;
            payload = initPayload;
        }
        if (!opened.subprotocol().equals(SUBPROTOCOL)) {
            fail(failures.noSubprotocol(), CloseCode.BAD_RESPONSE);
            return;
        }
        send("connection_init", null, payload);
        readOn();
    }

    private static String json(Map<String, ?> payload) {
        JsonWriter json = new JsonWriter();
        json.writeValue(payload);
        return new String(json.toByteArray(), UTF_8);
    }

    @Override
    public void message(String text) {
        try {
            Message message = Message.read(text);
            switch (message.type()) {
                case "connection_ack" -> acknowledge();
                case "ping" -> {
                    // Read on only when the answer is gone: pings by one who takes no answers are not to fill the heap.
                    send("pong", null, message.payload()).thenRun(this::wasRead);
                    return;
                }
                case "pong" -> {}
                default -> operations.receive(message);
            }
            wasRead();
        } catch (IOException e) {
            violation("sending a message that is none: " + Text.shown(String.valueOf(e.getMessage()), 200));
        }
    }

    private void wasRead() {
        synchronized (this) {
            reading = false;
            heard = true;
        }
        readOn();
    }

    private void acknowledge() throws IOException {
        operations.acknowledge().forEach(this::sendSubscribe);
        after(settings.times().ping(), this::beat);
    }

    /** At each interval of pings: closes what nobody uses, and gives up what says nothing any more. */
    private void beat() {
        if (operations.isEmpty()) {
            close();
            return;
        }
        boolean silent;
        boolean asked;
        synchronized (this) {
            if (dead) return;
            silent = reading && !heard; // while nothing is read, nothing can be heard
            asked = pinged;
            pinged = silent;
            heard = false;
        }
        if (silent && asked) {
            lost(new IOException(
                    "no answer to a ping within " + Text.shown(settings.times().ping())));
            return;
        }
        if (silent) send("ping", null, null);
        after(settings.times().ping(), this::beat);
    }

    /** Ends it, and whatever is subscribed by it. */
    CompletableFuture<?> close() {
        return fail(failures.clientClosed(), CloseCode.NORMAL);
    }

    @Override
    public void violation(String what) {
        TransportException failure =
                failures.of("The server broke the protocol by " + what, CloseCode.BAD_RESPONSE, true, null);
        fail(failure, CloseCode.BAD_RESPONSE);
    }

    @Override
    public void closed(int code, String reason) {
        if (code == CloseCode.WITHOUT_A_WORD) lost(new IOException("the server ended it without a word"));
        else refused(failures.closed(code, reason, operations.areAcknowledged()));
    }

    @Override
    public void lost(Throwable failure) {
        fail(failures.lost(failure), CloseCode.NORMAL);
    }

    private CompletableFuture<?> fail(GraphqlException failure, int code) {
        Socket open;
        CompletableFuture<?> opening;
        synchronized (this) {
            if (dead) return CompletableFuture.completedFuture(null);
            dead = true;
            open = socket;
            opening = handshake;
        }
        ended.accept(this);
        operations.close().forEach(origin -> origin.events().fail(failure));
        if (open == null) {
            if (opening != null) opening.cancel(true); // with all that a server still answers to it
            return CompletableFuture.completedFuture(null);
        }
        return open.close(code, code == CloseCode.NORMAL ? "" : String.valueOf(failure.getMessage()));
    }

    private CompletableFuture<?> send(String type, @Nullable String id, @Nullable String payload) {
        Socket open;
        synchronized (this) {
            if (dead || socket == null) return CompletableFuture.completedFuture(null);
            open = socket;
        }
        CompletableFuture<?> sent = open.send(Message.write(type, id, payload));
        sent.whenComplete((done, failure) -> {
            if (failure != null) lost(failure);
        });
        return sent;
    }

    private static void after(Duration time, Runnable task) {
        CompletableFuture.delayedExecutor(time.toNanos(), TimeUnit.NANOSECONDS).execute(task);
    }
}
