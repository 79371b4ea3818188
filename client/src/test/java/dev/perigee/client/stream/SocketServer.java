package dev.perigee.client.stream;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** A server that does to its clients what a test says, byte by byte: HTTP's head, then a WebSocket or anything else. */
final class SocketServer implements AutoCloseable {
    /** What is done with a connection; it is closed without a word when this returns. */
    interface Script {
        void run(Peer peer) throws Exception;
    }

    final AtomicInteger connections = new AtomicInteger();
    final BlockingQueue<Throwable> failures = new LinkedBlockingQueue<>();
    private final ServerSocket server;

    SocketServer(Script script) {
        try {
            server = new ServerSocket(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.startVirtualThread(() -> accept(script));
    }

    URI uri() {
        return URI.create("http://localhost:" + server.getLocalPort() + "/graphql");
    }

    private void accept(Script script) {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                connections.incrementAndGet();
                Thread.startVirtualThread(() -> run(script, socket));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void run(Script script, Socket socket) {
        try (socket) {
            script.run(new Peer(socket));
        } catch (Exception | AssertionError e) {
            failures.add(e);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    /** The server's end of one connection. */
    static final class Peer {
        final String requestLine;
        final Map<String, String> headers = new LinkedHashMap<>();
        final DataInputStream in;
        final OutputStream out;
        private final Socket socket;

        Peer(Socket socket) throws IOException {
            this.socket = socket;
            socket.setSoTimeout(20_000);
            in = new DataInputStream(socket.getInputStream());
            out = socket.getOutputStream();
            requestLine = line();
            for (String header = line(); !header.isEmpty(); header = line()) {
                int colon = header.indexOf(':');
                headers.merge(
                        header.substring(0, colon).toLowerCase(Locale.ROOT),
                        header.substring(colon + 1).strip(),
                        (first, second) -> first + ", " + second);
            }
        }

        private String line() throws IOException {
            StringBuilder line = new StringBuilder();
            for (int next = in.read(); next != '\n'; next = in.read()) {
                if (next < 0) throw new EOFException("in the head: " + line);
                if (next != '\r') line.append((char) next);
            }
            return line.toString();
        }

        String body() throws IOException {
            return new String(in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0"))), UTF_8);
        }

        void write(String text) throws IOException {
            out.write(text.getBytes(UTF_8));
            out.flush();
        }

        /** The head of a response whose body ends with the connection. */
        void head(String status, String contentType) throws IOException {
            write("HTTP/1.1 " + status + "\r\ncontent-type: " + contentType + "\r\nconnection: close\r\n\r\n");
        }

        /** Accepts a WebSocket, and the client's {@code connection_init}, which is returned. */
        String acknowledge() throws IOException {
            accept("graphql-transport-ws");
            String init = read();
            send("{\"type\":\"connection_ack\"}");
            return init;
        }

        void accept(String subprotocol) throws IOException {
            String key = headers.get("sec-websocket-key") + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
            try {
                byte[] hash = MessageDigest.getInstance("SHA-1").digest(key.getBytes(ISO_8859_1));
                write("HTTP/1.1 101 Switching Protocols\r\nupgrade: websocket\r\nconnection: upgrade\r\n"
                        + (subprotocol.isEmpty() ? "" : "sec-websocket-protocol: " + subprotocol + "\r\n")
                        + "sec-websocket-accept: " + Base64.getEncoder().encodeToString(hash) + "\r\n\r\n");
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        /** The next text, or {@code close 1000 reason}; pings and the like are skipped. */
        String read() throws IOException {
            while (true) {
                int first = in.readUnsignedByte();
                int second = in.readUnsignedByte();
                int length = second & 0x7F;
                if (length == 126) length = in.readUnsignedShort();
                else if (length == 127) length = (int) in.readLong();
                byte[] mask = in.readNBytes(4); // a client masks all that it sends
                byte[] data = in.readNBytes(length);
                for (int i = 0; i < data.length; i++) data[i] ^= mask[i % 4];
                switch (first & 0x0F) {
                    case 1 -> {
                        return new String(data, UTF_8);
                    }
                    case 8 -> {
                        int code = ByteBuffer.wrap(data).getShort() & 0xFFFF;
                        return "close " + code + " " + new String(data, 2, data.length - 2, UTF_8);
                    }
                    default -> {}
                }
            }
        }

        void send(String text) throws IOException {
            frame(0x81, text.getBytes(UTF_8));
        }

        void close(int code, String reason) throws IOException {
            byte[] text = reason.getBytes(UTF_8);
            frame(
                    0x88,
                    ByteBuffer.allocate(2 + text.length)
                            .putShort((short) code)
                            .put(text)
                            .array());
            awaitEnd();
        }

        /** @param first the byte with the last-frame bit and the kind */
        void frame(int first, byte[] data) throws IOException {
            ByteBuffer frame = ByteBuffer.allocate(data.length + 10).put((byte) first);
            if (data.length < 126) frame.put((byte) data.length);
            else if (data.length < 65536) frame.put((byte) 126).putShort((short) data.length);
            else frame.put((byte) 127).putLong(data.length);
            frame.put(data);
            out.write(frame.array(), 0, frame.position());
            out.flush();
        }

        /** Until the client has gone. */
        void awaitEnd() throws IOException {
            while (in.read() >= 0) {}
        }

        /** Ends the connection as a machine does that loses its power for a moment. */
        void reset() throws IOException {
            socket.setSoLinger(true, 0);
            socket.close();
        }
    }
}
