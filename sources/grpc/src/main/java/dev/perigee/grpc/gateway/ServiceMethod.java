package dev.perigee.grpc.gateway;

import dev.perigee.data.SourceCall;
import dev.perigee.data.SourceRun;
import dev.perigee.grpc.channel.Call;
import dev.perigee.grpc.channel.Method;
import dev.perigee.grpc.channel.Reply;
import dev.perigee.grpc.channel.Upstream;
import dev.perigee.grpc.graph.MessageType;
import dev.perigee.grpc.wire.WireMessage;
import io.grpc.Metadata;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/**
 * A method with who serves it. Immutable; shared by all calls.
 *
 * @param reply what its replies are read as
 */
record ServiceMethod(Method method, Upstream upstream, MessageType reply) {
    /** Waits for the reply. @param headers beside those of the request, null for none */
    WireMessage call(byte[] request, Metadata headers, SourceRun run) throws InterruptedException {
        long begin = System.nanoTime();
        Reply answer = upstream.call(to(request, headers, run));
        return received(answer, begin, run);
    }

    /** Completes on a thread of the transport. */
    CompletionStage<WireMessage> callAsync(byte[] request, Metadata headers, SourceRun run) {
        long begin = System.nanoTime();
        return upstream.callAsync(to(request, headers, run)).thenApply(answer -> received(answer, begin, run));
    }

    /** The replies of a stream, as bytes. */
    Flow.Publisher<byte[]> stream(byte[] request, Metadata headers, SourceRun run) {
        return upstream.stream(to(request, headers, run));
    }

    WireMessage message(byte[] bytes) {
        return new WireMessage(reply, bytes, 0, bytes.length);
    }

    private Call to(byte[] request, Metadata headers, SourceRun run) {
        return Call.of(method, request, run.context()).withHeaders(headers);
    }

    private WireMessage received(Reply answer, long begin, SourceRun run) {
        run.report(new SourceCall(method.name(), 1, Duration.ofNanos(System.nanoTime() - begin)));
        return message(answer.message());
    }
}
