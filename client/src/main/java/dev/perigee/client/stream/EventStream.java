package dev.perigee.client.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.perigee.client.GraphqlException;
import dev.perigee.client.TransportException;
import dev.perigee.client.http.Headers;
import dev.perigee.client.http.Outgoing;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One subscription by server-sent events: a request, and the response that does not end until its events do. */
final class EventStream implements Origin {
    private final Endpoint endpoint;
    private final Failures failures;
    private final Outgoing request;
    private final Events events;
    private final Consumer<EventStream> ended;
    private final Admission admission;

    private @Nullable CompletableFuture<?> exchange;
    private @Nullable ResponseBody body;
    private boolean answered;
    private boolean over;

    /** @param ended called once, when it is over */
    EventStream(Endpoint endpoint, Outgoing request, Events events, Consumer<EventStream> ended) {
        this.endpoint = endpoint;
        this.failures = endpoint.failures();
        this.request = request;
        this.events = events;
        this.ended = ended;
        this.admission = endpoint.admission(request.headers());
    }

    void open() {
        if (!events.from(this)) {
            end();
            return;
        }
        CompletableFuture.delayedExecutor(endpoint.settings().times().open().toNanos(), TimeUnit.NANOSECONDS)
                .execute(this::giveUpOpening);
        tryToOpen();
    }

    private void tryToOpen() {
        admission.headers().thenCompose(this::send).whenComplete((response, failure) -> {
            if (failure != null) fail(failures.notOpened(failure));
        });
    }

    private CompletableFuture<?> send(Map<String, String> all) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(endpoint.uri())
                .header("content-type", "application/json")
                .header("accept", "text/event-stream, application/graphql-response+json;q=0.9, application/json;q=0.8")
                .POST(BodyPublishers.ofByteArray(request.body()));
        // In plain text HTTP/2 begins with an upgrade, which is a round trip for nothing here.
        if ("http".equals(endpoint.uri().getScheme())) builder.version(HttpClient.Version.HTTP_1_1);
        Headers.set(builder, all);
        CompletableFuture<?> sent = endpoint.http().sendAsync(builder.build(), this::bodyOf);
        boolean late;
        synchronized (this) {
            exchange = sent;
            late = over;
        }
        if (late) sent.cancel(true);
        return sent.exceptionallyCompose(failure -> CompletableFuture.failedFuture(failures.unanswered(failure)));
    }

    private BodySubscriber<@Nullable Void> bodyOf(ResponseInfo response) {
        int status = response.statusCode();
        String type = response.headers().firstValue("content-type").orElse("");
        boolean isStream = status / 100 == 2 && type.toLowerCase(Locale.ROOT).startsWith("text/event-stream");
        ResponseBody made = new ResponseBody(isStream ? new Stream() : new Reply(status, type), events);
        boolean unwanted;
        synchronized (this) {
            unwanted = over;
            answered = isStream; // else it is as long on its way as its body
            body = made;
        }
        if (unwanted || isTriedAgain(status)) made.cancel();
        return made;
    }

    /** Once more with other credentials, if these were refused and there are others: nobody wants the response then. */
    private boolean isTriedAgain(int status) {
        try {
            if (!admission.isWorthAnother(status)) return false;
        } catch (RuntimeException | Error e) {
            fail(failures.notOpened(e));
            return true;
        }
        tryToOpen();
        return true;
    }

    private void giveUpOpening() {
        synchronized (this) {
            if (answered) return;
        }
        Duration open = endpoint.settings().times().open();
        fail(failures.of("No response within " + Text.shown(open), CloseCode.NO_ACKNOWLEDGEMENT, true, null));
    }

    @Override
    public void taken() {
        ResponseBody from;
        synchronized (this) {
            from = body;
        }
        if (from != null) from.readOn();
    }

    @Override
    public void cancelled() {
        end();
    }

    void close() {
        fail(failures.clientClosed());
    }

    private void fail(GraphqlException failure) {
        if (end()) events.fail(failure);
    }

    /** @return whether it was not over yet */
    private boolean end() {
        CompletableFuture<?> sent;
        ResponseBody received;
        synchronized (this) {
            if (over) return false;
            over = true;
            sent = exchange;
            received = body;
        }
        if (received != null) received.cancel();
        if (sent != null) sent.cancel(true);
        ended.accept(this);
        return true;
    }

    /** What should come: {@code next} as often as there is something, {@code complete} once. */
    private final class Stream implements ResponseBody.Reader {
        private final EventStreamParser parser =
                new EventStreamParser(this::event, endpoint.settings().limits().maxEventBytes());

        @Override
        public void read(ByteBuffer piece) {
            try {
                parser.read(piece);
            } catch (IOException e) { // and not because the connection is
                fail(failures.of(String.valueOf(e.getMessage()), CloseCode.BAD_RESPONSE, true, e));
            }
        }

        /** Events without a name are taken for {@code next}: there are servers that give none. */
        private void event(String type, byte[] data) {
            if (type.equals("complete")) {
                if (EventStream.this.end()) events.complete();
            } else if (type.equals("next") || type.isEmpty()) {
                events.next(data);
            }
        }

        @Override
        public void end() {
            fail(failures.lost(new IOException("the response ended without the event \"complete\"")));
        }

        @Override
        public void failed(Throwable failure) {
            fail(failures.lost(failure));
        }
    }

    /** What comes instead of a stream: one response as JSON, as a rule a refusal; or something of a proxy. */
    private final class Reply implements ResponseBody.Reader {
        private static final int SHOWN = 200;

        private final int status;
        private final String type;
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Reply(int status, String type) {
            this.status = status;
            this.type = type;
        }

        @Override
        public void read(ByteBuffer piece) throws IOException {
            byte[] more = new byte[piece.remaining()];
            piece.get(more);
            int max = endpoint.settings().limits().maxEventBytes();
            if (bytes.size() + (long) more.length > max) throw new IOException("it has more than " + max + " bytes");
            bytes.write(more, 0, more.length);
        }

        @Override
        public void end() {
            // A server that is busy answers in JSON, too: by its status, it is not the operation that is refused.
            if (!type.toLowerCase(Locale.ROOT).contains("json") || CloseCode.mayPass(status)) {
                fail(notGraphql(": " + Text.shown(bytes.toString(UTF_8), SHOWN), null));
            } else if (EventStream.this.end()) {
                events.next(bytes.toByteArray());
                events.complete();
            }
        }

        @Override
        public void failed(Throwable failure) {
            fail(notGraphql(", and " + Text.shown(String.valueOf(failure.getMessage()), SHOWN), failure));
        }

        private TransportException notGraphql(String more, @Nullable Throwable cause) {
            String said = type.isEmpty() ? "no content type" : Text.shown(type, SHOWN);
            return failures.of("No event stream: status " + status + ", " + said + more, status, true, cause);
        }
    }
}
