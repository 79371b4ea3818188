package dev.perigee.cli.serve;

import dev.perigee.data.Caller;
import dev.perigee.data.Headers;
import dev.perigee.grpc.DirectReply;
import dev.perigee.grpc.Gateway;
import dev.perigee.server.Rpc;
import dev.perigee.server.RpcReply;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Direct calls of the methods of a gateway. */
record GatewayRpc(Gateway gateway) implements Rpc {
    @Override
    public CompletableFuture<RpcReply> call(
            String method, Map<String, @Nullable Object> request, Headers headers, @Nullable Caller caller) {
        Gateway called = caller == null ? gateway : gateway.callers(context -> caller);
        CompletableFuture<DirectReply> running = called.callAsync(method, request, headers);
        CompletableFuture<RpcReply> answer = running.thenApply(reply -> new RpcReply(reply.json(), reply.headers()));
        answer.whenComplete((reply, failure) -> {
            if (answer.isCancelled()) running.cancel(true);
        });
        return answer;
    }
}
