package dev.perigee.client;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A proxy that opens tunnels, and keeps what it was asked. */
final class ConnectProxy implements AutoCloseable {
    private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final List<String> asked = new CopyOnWriteArrayList<>();

    ConnectProxy() throws IOException {
        Thread.startVirtualThread(this::accept);
    }

    private void accept() {
        try {
            while (true) {
                Socket client = socket.accept();
                Thread.startVirtualThread(() -> tunnel(client));
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void tunnel(Socket client) {
        try (client) {
            InputStream in = new BufferedInputStream(client.getInputStream());
            String request = line(in);
            while (!line(in).isEmpty()) {}
            asked.add(request);
            int port = Integer.parseInt(request.replaceFirst("CONNECT localhost:(\\d+) .*", "$1"));
            try (Socket server = new Socket("localhost", port)) {
                client.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\n".getBytes(US_ASCII));
                Thread back = Thread.startVirtualThread(() -> copy(server, client));
                in.transferTo(server.getOutputStream());
                back.join();
            }
        } catch (IOException | InterruptedException e) {
            // one of the two has gone
        }
    }

    private static void copy(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException e) {
            // one of the two has gone
        }
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n' && c >= 0; c = in.read()) line.append((char) c);
        return line.toString().strip();
    }

    ProxySelector selector() {
        return ProxySelector.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), socket.getLocalPort()));
    }

    List<String> asked() {
        return asked;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
