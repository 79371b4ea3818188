package dev.perigee.client;

import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * Payloads of a subscription to results. A payload that is no result is the end: the server has refused, or what it sends
 * can't be read.
 */
final class ResultMapper<T> implements Flow.Subscriber<byte[]> {
    private final Flow.Subscriber<? super Result<T>> results;
    private final Operation<T> operation;
    private final ReplyReader replies;

    private Flow.@Nullable Subscription payloads;
    private boolean over;

    ResultMapper(Flow.Subscriber<? super Result<T>> results, Operation<T> operation, ReplyReader replies) {
        this.results = results;
        this.operation = operation;
        this.replies = replies;
    }

    @Override
    public void onSubscribe(Flow.Subscription payloads) {
        this.payloads = payloads;
        results.onSubscribe(payloads);
    }

    @Override
    public void onNext(byte[] payload) {
        if (over) return;
        Result<T> result;
        try {
            result = replies.result(payload, operation);
        } catch (RuntimeException e) { // of the reply, or of a reader that the user gave
            over = true;
            if (payloads != null) payloads.cancel();
            results.onError(e);
            return;
        }
        results.onNext(result);
    }

    @Override
    public void onError(Throwable failure) {
        if (!over) results.onError(failure);
    }

    @Override
    public void onComplete() {
        if (!over) results.onComplete();
    }
}
