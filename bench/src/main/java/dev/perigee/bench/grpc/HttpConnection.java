package dev.perigee.bench.grpc;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.util.Locale;

/**
 * One connection that sends the same request again and again: a client that takes as little of the machine as one can, so
 * that the servers are measured. For one thread.
 */
final class HttpConnection implements AutoCloseable {
    private static final String LENGTH = "content-length:";

    private final Socket socket;
    private final OutputStream out;
    private final InputStream in;
    private final byte[] request;

    HttpConnection(URI uri, String body) throws IOException {
        socket = new Socket(uri.getHost(), uri.getPort());
        socket.setTcpNoDelay(true);
        out = socket.getOutputStream();
        in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
        byte[] bytes = body.getBytes(UTF_8);
        String head = "POST " + uri.getPath() + " HTTP/1.1\r\nhost: " + uri.getAuthority()
                + "\r\ncontent-type: application/json\r\naccept: application/json\r\ncontent-length: " + bytes.length
                + "\r\n\r\n";
        request = (head + body).getBytes(UTF_8);
    }

    /** Sends the request, and gives the body of the answer. @throws IOException if it is anything but 200 */
    byte[] send() throws IOException {
        out.write(request);
        out.flush();
        String status = line();
        int length = -1;
        for (String line = line(); !line.isEmpty(); line = line()) {
            if (line.toLowerCase(Locale.ROOT).startsWith(LENGTH)) {
                length = Integer.parseInt(line.substring(LENGTH.length()).strip());
            }
        }
        if (length < 0) throw new IOException("No length: " + status);
        byte[] body = in.readNBytes(length);
        if (!status.contains(" 200 ")) throw new IOException(status + ": " + new String(body, UTF_8));
        return body;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder(64);
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) throw new IOException("The server has closed the connection");
            if (c != '\r') line.append((char) c);
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
