package dev.perigee.server;

import dev.perigee.data.Caller;
import dev.perigee.data.ClientException;
import dev.perigee.data.Headers;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Direct calls: one method with JSON, by the same routing as the graph's fields, without a GraphQL document. */
@FunctionalInterface
public interface Rpc {
    /**
     * Starts a call.
     *
     * @param method as the caller names it, such as {@code GetUser} or {@code acme.v1.Users/GetUser}
     * @param headers of the caller's request
     * @param caller who calls; null where it is left to the graph's own code
     * @return the reply; fails with a {@link ClientException} whose code is that of a gRPC
     *     status, such as {@code NOT_FOUND}; is cancelled when nobody waits for it any more
     */
    CompletableFuture<RpcReply> call(
            String method, Map<String, @Nullable Object> request, Headers headers, @Nullable Caller caller);
}
