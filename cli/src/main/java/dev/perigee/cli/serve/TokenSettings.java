package dev.perigee.cli.serve;

import dev.perigee.server.auth.TokenClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The token endpoint of the server itself.
 *
 * @param keys null for keys that end with the process
 */
record TokenSettings(List<TokenClient> clients, @Nullable Path keys, Duration keyRotation) {
    TokenSettings {
        clients = List.copyOf(clients);
    }
}
