package dev.perigee.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A socket that answers what a test tells it, HTTP or not. One connection at a time after another, each on its thread. */
final class RawServer implements AutoCloseable {
    /** Writes the answer to a request that was read. The connection is closed afterwards. */
    @FunctionalInterface
    interface Behaviour {
        void answer(String request, OutputStream out) throws IOException;
    }

    final List<String> requests = new CopyOnWriteArrayList<>();

    /** Down when a client has closed its connection before the answer was complete. */
    final CountDownLatch abandoned = new CountDownLatch(1);

    private final ServerSocket socket;
    private final Behaviour behaviour;

    private RawServer(Behaviour behaviour) {
        this.behaviour = behaviour;
        try {
            this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.startVirtualThread(this::accept);
    }

    static RawServer answering(Behaviour behaviour) {
        return new RawServer(behaviour);
    }

    /** The same bytes to every request. */
    static RawServer answering(String response) {
        return new RawServer((request, out) -> out.write(response.getBytes(UTF_8)));
    }

    /** A response of HTTP with a body of its length. */
    static String http(int status, String type, String body) {
        return "HTTP/1.1 %d X\r\ncontent-type: %s\r\ncontent-length: %d\r\nconnection: close\r\n\r\n%s"
                .formatted(status, type, body.getBytes(UTF_8).length, body);
    }

    /** A response of HTTP whose body goes on until the connection is closed. */
    static String open(String type) {
        return "HTTP/1.1 200 OK\r\ncontent-type: " + type + "\r\nconnection: close\r\n\r\n";
    }

    URI uri() {
        return URI.create("http://localhost:" + socket.getLocalPort() + "/graphql?key=secret");
    }

    String shownUri() {
        return "http://localhost:" + socket.getLocalPort() + "/graphql";
    }

    boolean isAbandoned() throws InterruptedException {
        return abandoned.await(10, TimeUnit.SECONDS);
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                Thread.startVirtualThread(() -> serve(connection));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            String request = read(connection.getInputStream());
            requests.add(request);
            behaviour.answer(request, connection.getOutputStream());
            connection.getOutputStream().flush();
        } catch (SocketException e) {
            abandoned.countDown();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) return head.toString();
            head.append((char) next);
        }
        int at = head.toString().toLowerCase(java.util.Locale.ROOT).indexOf("content-length: ");
        if (at < 0) return head.toString();
        int length = Integer.parseInt(
                head.substring(at + 16, head.indexOf("\r\n", at)).strip());
        return head + new String(in.readNBytes(length), UTF_8);
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
