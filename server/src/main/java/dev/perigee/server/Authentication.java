package dev.perigee.server;

import dev.perigee.data.Caller;
import dev.perigee.data.Headers;
import java.util.concurrent.CompletionStage;

/** Who calls, by the headers of a request. Thread-safe. */
@FunctionalInterface
public interface Authentication {
    /**
     * Called once for each request, and for each connection of WebSocket, before anything of it is looked at. Must not
     * block: what has to ask elsewhere completes the stage later.
     *
     * @return fails with an {@link AuthenticationException} for credentials that are not accepted, and with an {@link
     *     AuthenticationUnavailableException} if that can't be told now. Whether callers without credentials are {@link
     *     Caller#ANONYMOUS} or refused is up to the implementation
     */
    CompletionStage<Caller> callerOf(Headers headers);
}
