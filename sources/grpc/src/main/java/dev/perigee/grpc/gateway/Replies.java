package dev.perigee.grpc.gateway;

import dev.perigee.data.ClientException;
import dev.perigee.data.SourceRun;
import dev.perigee.grpc.wire.WireMessage;
import io.grpc.Metadata;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** A server stream as a list. One that has more replies than the graph allows is cancelled, and an error. */
record Replies(ServiceMethod service, int most) {
    List<WireMessage> collect(byte[] request, Metadata headers, SourceRun run) throws Exception {
        Collecting collecting = new Collecting();
        service.stream(request, headers, run).subscribe(collecting);
        try {
            return collecting.all.get();
        } catch (InterruptedException e) {
            collecting.cancel();
            throw e;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Exception cause) throw cause;
            throw e;
        }
    }

    /** Called by one thread at a time. */
    private final class Collecting implements Flow.Subscriber<byte[]> {
        private final CompletableFuture<List<WireMessage>> all = new CompletableFuture<>();
        private final List<WireMessage> replies = new ArrayList<>();
        private volatile Flow.@Nullable Subscription subscription;

        @Override
        public void onSubscribe(Flow.Subscription given) {
            subscription = given;
            given.request(most + 1L);
        }

        @Override
        public void onNext(byte[] message) {
            if (replies.size() < most) {
                replies.add(service.message(message));
                return;
            }
            cancel();
            all.completeExceptionally(new ClientException(
                    "LIMIT_EXCEEDED",
                    "%s has replied more than %d times, which is all that the graph takes as a list."
                            .formatted(service.method(), most)));
        }

        @Override
        public void onError(Throwable failure) {
            all.completeExceptionally(failure);
        }

        @Override
        public void onComplete() {
            all.complete(replies);
        }

        void cancel() {
            Flow.Subscription running = subscription;
            if (running != null) running.cancel();
        }
    }
}
