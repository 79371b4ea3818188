package dev.perigee.cli.serve;

import dev.perigee.data.Headers;
import dev.perigee.grpc.DirectReply;
import dev.perigee.grpc.Gateway;
import dev.perigee.server.Rpc;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Direct calls of the methods of a gateway. */
record GatewayRpc(Gateway gateway) implements Rpc {
    @Override
    public CompletableFuture<byte[]> call(String method, Map<String, @Nullable Object> request, Headers headers) {
        CompletableFuture<DirectReply> reply = gateway.callAsync(method, request, headers);
        CompletableFuture<byte[]> json = reply.thenApply(DirectReply::json);
        json.whenComplete((done, failure) -> {
            if (json.isCancelled()) reply.cancel(true);
        });
        return json;
    }
}
