package dev.perigee.server.auth;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** The public side of an authorization server: metadata and keys over HTTP, as good or bad as a test wants them. */
final class AuthorizationServer implements AutoCloseable {
    final AtomicInteger keyRequests = new AtomicInteger();
    private final HttpServer http;
    private volatile Handler metadata;
    private volatile Handler keys;

    interface Handler {
        void answer(HttpExchange exchange) throws IOException;
    }

    AuthorizationServer(JWK... keys) {
        try {
            http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        metadata("{\"issuer\":\"%s\",\"jwks_uri\":\"%s\"}".formatted(issuer(), issuer() + "/keys"));
        publish(keys);
        http.createContext("/.well-known/oauth-authorization-server", exchange -> metadata.answer(exchange));
        http.createContext("/keys", exchange -> {
            keyRequests.incrementAndGet();
            this.keys.answer(exchange);
        });
        http.start();
    }

    String issuer() {
        return "http://localhost:" + http.getAddress().getPort();
    }

    void metadata(String json) {
        metadata = exchange -> send(exchange, 200, json);
    }

    /** Has the metadata where OpenID Connect looks for them. */
    void onlyOpenId() {
        Handler found = metadata;
        metadata = exchange -> send(exchange, 404, "");
        http.createContext("/.well-known/openid-configuration", found::answer);
    }

    void publish(JWK... keys) {
        String json = new JWKSet(List.of(keys)).toString();
        this.keys = exchange -> send(exchange, 200, json);
    }

    void answerKeys(Handler handler) {
        keys = handler;
    }

    static void send(HttpExchange exchange, int status, String body) throws IOException {
        try (exchange) {
            byte[] bytes = body.getBytes(UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        http.stop(0);
    }
}
