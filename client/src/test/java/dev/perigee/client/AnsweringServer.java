package dev.perigee.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/** A server whose answers a test decides, each on a thread of its own. What has reached it is kept. */
public final class AnsweringServer implements AutoCloseable {
    private final HttpServer http;
    private final Answers answers;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Received> received = new CopyOnWriteArrayList<>();

    public record Received(String method, URI uri, Headers headers, String body) {
        public String header(String name) {
            return headers.getFirst(name);
        }
    }

    public record Answer(int status, Map<String, String> headers, String body) {
        public static Answer of(int status, String body) {
            return new Answer(status, Map.of("content-type", "application/json"), body);
        }

        /** As {@code {"data":{"name":"value"}}}. */
        public static Answer data(String name, String value) {
            return of(200, "{\"data\":{\"" + name + "\":\"" + value + "\"}}");
        }

        public static Answer error(int status, String message) {
            return new Answer(
                    status,
                    Map.of("content-type", "application/graphql-response+json"),
                    "{\"errors\":[{\"message\":\"" + message + "\"}]}");
        }

        public Answer with(String name, String value) {
            Map<String, String> more = new java.util.HashMap<>(headers);
            more.put(name, value);
            return new Answer(status, more, body);
        }
    }

    @FunctionalInterface
    public interface Answers {
        Answer to(Received request) throws Exception;
    }

    private AnsweringServer(HttpServer http, Answers answers) {
        this.http = http;
        this.answers = answers;
        http.createContext("/", this::handle);
        http.setExecutor(threads);
        http.start();
    }

    public static AnsweringServer start(Answers answers) throws IOException {
        return new AnsweringServer(HttpServer.create(anyPort(), 0), answers);
    }

    /** With TLS, and a certificate of each client if the context trusts any. */
    public static AnsweringServer start(SSLContext context, boolean isMutual, Answers answers) throws IOException {
        HttpsServer https = HttpsServer.create(anyPort(), 0);
        https.setHttpsConfigurator(new HttpsConfigurator(context) {
            @Override
            public void configure(HttpsParameters parameters) {
                SSLParameters ssl = context.getDefaultSSLParameters();
                ssl.setNeedClientAuth(isMutual);
                parameters.setSSLParameters(ssl);
            }
        });
        return new AnsweringServer(https, answers);
    }

    private static InetSocketAddress anyPort() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            Received request = new Received(
                    exchange.getRequestMethod(), exchange.getRequestURI(), exchange.getRequestHeaders(), body);
            received.add(request);
            Answer answer = answers.to(request);
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            byte[] bytes = answer.body().getBytes(UTF_8);
            exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (IOException e) {
            throw e; // the client has gone
        } catch (Exception e) {
            throw new IOException(e);
        }
    }

    public URI uri() {
        return uri("http");
    }

    public URI uri(String scheme) {
        return URI.create(scheme + "://localhost:" + http.getAddress().getPort() + "/graphql");
    }

    /** In the order in which it arrived. */
    public List<Received> received() {
        return received;
    }

    @Override
    public void close() {
        http.stop(0);
        threads.shutdownNow();
    }
}
