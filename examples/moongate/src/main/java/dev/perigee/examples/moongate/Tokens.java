package dev.perigee.examples.moongate;

import dev.perigee.data.Caller;
import dev.perigee.data.ClientException;
import io.grpc.Metadata;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Who has signed in: tokens, kept for as long as the server runs. Thread-safe. */
final class Tokens {
    static final Metadata.Key<String> AUTHORIZATION =
            Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

    private final SecureRandom random = new SecureRandom();
    private final Map<String, Caller> callers = new ConcurrentHashMap<>();

    /** A new token of somebody whose password was right. */
    String issue(AccountRow account) {
        byte[] bytes = new byte[24];
        random.nextBytes(bytes);
        String token = HexFormat.of().formatHex(bytes);
        callers.put(token, new Caller(account.username(), Set.of(account.role()), Set.of()));
        return token;
    }

    /** @throws ClientException {@code UNAUTHENTICATED} if there is a token, and nobody has it */
    Caller caller(Metadata metadata) {
        String token = metadata.get(AUTHORIZATION);
        if (token == null) return Caller.ANONYMOUS;
        Caller caller = callers.get(token);
        if (caller == null) throw new ClientException("UNAUTHENTICATED", "The token is not known. Log in again.");
        return caller;
    }
}
