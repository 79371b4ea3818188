package dev.perigee.bench.grpc;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.LongAdder;

/** Sixteen clients that ask one server the same for a while: {@code LoadTest URL QUERY}; prints requests a second. */
public final class LoadTest {
    private static final int CLIENTS = 16;
    private static final long WARM_UP_SECONDS = 10;
    private static final long SECONDS = 10;

    private LoadTest() {}

    public static void main(String[] args) throws Exception {
        URI uri = URI.create(args[0]);
        String body = "{\"query\":\"" + args[1].replace("\"", "\\\"") + "\"}";
        byte[] reply;
        try (HttpConnection connection = new HttpConnection(uri, body)) {
            reply = connection.send();
        }
        String text = new String(reply, UTF_8);
        if (text.contains("\"errors\"")) throw new IllegalStateException("No answer but " + text);
        ask(uri, body, WARM_UP_SECONDS);
        System.out.printf(
                Locale.ROOT, "%,d requests/s of %,d bytes%n", ask(uri, body, SECONDS) / SECONDS, reply.length);
    }

    private static long ask(URI uri, String body, long seconds) throws InterruptedException {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        LongAdder requests = new LongAdder();
        List<Thread> clients = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            clients.add(Thread.ofPlatform().start(() -> askUntil(end, uri, body, requests)));
        }
        for (Thread client : clients) client.join();
        return requests.sum();
    }

    private static void askUntil(long end, URI uri, String body, LongAdder requests) {
        try (HttpConnection connection = new HttpConnection(uri, body)) {
            while (System.nanoTime() < end) {
                connection.send();
                requests.increment();
            }
        } catch (IOException e) {
            throw new IllegalStateException("The server of " + uri + " does not answer", e);
        }
    }
}
