package dev.perigee.grpc.channel;

import java.net.URI;
import java.net.URISyntaxException;

/** Where a server listens. An IPv6 address is in brackets. */
record Address(String host, int port) {
    /** @throws IllegalArgumentException unless it is {@code host:port} */
    static Address of(String text) {
        try {
            URI uri = new URI("grpc://" + text).parseServerAuthority();
            boolean isAddress = uri.getHost() != null
                    && uri.getPort() > 0
                    && uri.getPort() < 1 << 16
                    && text.equals(uri.getHost() + ":" + uri.getPort());
            if (isAddress) return new Address(uri.getHost(), uri.getPort());
        } catch (URISyntaxException e) {
            // said below, in our words
        }
        throw new IllegalArgumentException("address: " + text + " (host:port, such as users.example.com:443)");
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
