package dev.perigee.client.oauth;

import dev.perigee.client.AnsweringServer;
import dev.perigee.client.AnsweringServer.Answer;
import dev.perigee.client.AnsweringServer.Received;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/** Gives token-1, token-2 and so on, for five minutes each, unless it is told to fail or to wait. */
final class TokenServerInKind implements AutoCloseable {
    private final AnsweringServer server;
    private final AtomicInteger given = new AtomicInteger();
    private final Semaphore open = new Semaphore(Integer.MAX_VALUE / 2);
    volatile boolean isDown;

    TokenServerInKind() throws IOException {
        server = AnsweringServer.start(this::answer);
    }

    private Answer answer(Received request) throws InterruptedException {
        open.acquire();
        open.release();
        if (isDown) return Answer.of(503, "{\"error\":\"temporarily_unavailable\"}");
        return Answer.of(
                200,
                "{\"access_token\":\"token-%d\",\"token_type\":\"Bearer\",\"expires_in\":300}"
                        .formatted(given.incrementAndGet()));
    }

    /** From now on requests wait for {@link #answerAgain}. */
    void hold() {
        open.drainPermits();
    }

    void answerAgain() {
        open.release(Integer.MAX_VALUE / 2);
    }

    URI uri() {
        return server.uri();
    }

    List<Received> requests() {
        return server.received();
    }

    @Override
    public void close() {
        server.close();
    }
}
