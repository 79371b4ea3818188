package dev.perigee.grpc.channel;

import io.grpc.ChannelCredentials;
import io.grpc.InsecureChannelCredentials;
import io.grpc.TlsChannelCredentials;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How connections are secured. Immutable. */
sealed interface Transport {
    Transport PLAINTEXT = new Plaintext();

    /** @throws IllegalArgumentException if a file can't be read; gRPC itself says what is wrong with what is in it */
    ChannelCredentials credentials();

    /** Not at all. */
    record Plaintext() implements Transport {
        @Override
        public ChannelCredentials credentials() {
            return InsecureChannelCredentials.create();
        }
    }

    /**
     * TLS. Files are PEM.
     *
     * @param authorities null for those of the system
     * @param certificates ours, null for none
     * @param key of that
     */
    record Tls(
            @Nullable Path authorities,
            @Nullable Path certificates,
            @Nullable Path key) implements Transport {
        @Override
        public ChannelCredentials credentials() {
            TlsChannelCredentials.Builder builder = TlsChannelCredentials.newBuilder();
            try {
                if (authorities != null) builder.trustManager(authorities.toFile());
                if (certificates != null && key != null) builder.keyManager(certificates.toFile(), key.toFile());
            } catch (IOException e) {
                throw new IllegalArgumentException("can't be read: " + e.getMessage(), e);
            }
            return builder.build();
        }

        /** Its files. */
        @Override
        public String toString() {
            return Stream.of(authorities, certificates, key)
                    .filter(Objects::nonNull)
                    .map(Objects::toString)
                    .collect(Collectors.joining(", "));
        }
    }
}
