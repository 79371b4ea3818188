package dev.perigee.cli.serve;

import dev.perigee.data.ClientException;
import dev.perigee.data.Headers;
import dev.perigee.grpc.Gateway;
import dev.perigee.server.Rpc;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Direct calls of the methods of a gateway. */
record GatewayRpc(Gateway gateway) implements Rpc {
    @Override
    public CompletableFuture<byte[]> call(String method, Map<String, @Nullable Object> request, Headers headers) {
        return CompletableFuture.failedFuture(new ClientException("UNIMPLEMENTED", "Direct calls are not there yet."));
    }
}
