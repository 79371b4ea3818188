package dev.perigee.client.http;

import dev.perigee.client.TransportException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** The whole body of a reply, unless it is larger than it may be: then the rest is not read. */
final class BoundedBody implements BodySubscriber<byte[]> {
    private final CompletableFuture<byte[]> whole = new CompletableFuture<>();
    private final List<ByteBuffer> parts = new ArrayList<>();
    private final ResponseInfo info;
    private final Address address;
    private final int maxBytes;
    private int bytes;

    BoundedBody(ResponseInfo info, Address address, int maxBytes) {
        this.info = info;
        this.address = address;
        this.maxBytes = maxBytes;
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return whole;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        long announced = info.headers().firstValueAsLong("content-length").orElse(0);
        if (announced > maxBytes) {
            subscription.cancel();
            whole.completeExceptionally(tooLarge());
            return;
        }
        whole.whenComplete((body, failure) -> {
            if (failure != null) subscription.cancel();
        });
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        for (ByteBuffer buffer : buffers) {
            if (buffer.remaining() > maxBytes - bytes) {
                parts.clear();
                whole.completeExceptionally(tooLarge());
                return;
            }
            bytes += buffer.remaining();
            parts.add(buffer);
        }
    }

    @Override
    public void onError(Throwable failure) {
        parts.clear();
        whole.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        byte[] body = new byte[bytes];
        int at = 0;
        for (ByteBuffer part : parts) {
            int length = part.remaining();
            part.get(body, at, length);
            at += length;
        }
        whole.complete(body);
    }

    private TransportException tooLarge() {
        return new TransportException(
                "%s answered %d with more than %,d bytes, which is what a reply may have (maxReplyBytes)."
                        .formatted(address, info.statusCode(), maxBytes),
                info.statusCode(),
                true,
                null);
    }
}
