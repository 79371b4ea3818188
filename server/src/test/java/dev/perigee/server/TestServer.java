package dev.perigee.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server of {@link TestGraph} on a free port, and clients for it: a proper one, and a socket for what is not proper. */
final class TestServer implements AutoCloseable {
    private static final Pattern CONTENT_LENGTH = Pattern.compile("(?i)content-length: *([0-9]+)");

    final TestGraph graph = new TestGraph();
    final GraphServer server;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    TestServer() {
        this(builder -> builder);
    }

    TestServer(UnaryOperator<GraphServer.Builder> settings) {
        try {
            server = settings.apply(GraphServer.builder(graph.engine()).port(0)).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A {@code POST} to the endpoint, as JSON unless a header says otherwise. */
    HttpResponse<String> post(String body, String... headers) {
        return post(body.getBytes(StandardCharsets.UTF_8), headers);
    }

    HttpResponse<String> post(byte[] body, String... headers) {
        HttpRequest.Builder request = request("graphql", headers).POST(BodyPublishers.ofByteArray(body));
        if (request.copy().build().headers().firstValue("content-type").isEmpty()) {
            request.header("content-type", "application/json");
        }
        return send(request);
    }

    /** A {@code POST} of a document alone. */
    HttpResponse<String> query(String document, String... headers) {
        return post("{\"query\": \"" + document.replace("\"", "\\\"") + "\"}", headers);
    }

    HttpResponse<String> get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    HttpResponse<String> send(String method, String path, String... headers) {
        return send(request(path, headers).method(method, BodyPublishers.noBody()));
    }

    HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri().resolve(path)).timeout(Duration.ofSeconds(20));
        if (headers.length > 0) request.headers(headers);
        return request;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** The one response to bytes as they are: head and body. */
    String raw(String request) {
        try (Socket socket = connect()) {
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            return readResponse(socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String readResponse(Socket socket) throws IOException {
        socket.setSoTimeout(10_000);
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = socket.getInputStream().read();
            if (next < 0) return head.toString();
            head.append((char) next);
        }
        Matcher length = CONTENT_LENGTH.matcher(head);
        int bytes = length.find() ? Integer.parseInt(length.group(1)) : 0;
        return head + new String(socket.getInputStream().readNBytes(bytes), StandardCharsets.UTF_8);
    }

    Socket connect() throws IOException {
        return new Socket("localhost", server.port());
    }

    URI uri() {
        return server.uri();
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        graph.slowMayEnd.countDown();
        server.close();
    }
}
