package dev.perigee.client;

import java.util.concurrent.Flow;

/** Payloads of a subscription to results. A payload without data is the end: the server has refused. */
final class ResultMapper<T> implements Flow.Subscriber<byte[]> {
    private final Flow.Subscriber<? super Result<T>> results;
    private final Operation<T> operation;
    private final ReplyReader replies;

    ResultMapper(Flow.Subscriber<? super Result<T>> results, Operation<T> operation, ReplyReader replies) {
        this.results = results;
        this.replies = replies;
        this.operation = operation;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        results.onSubscribe(subscription);
    }

    @Override
    public void onNext(byte[] payload) {
        results.onNext(replies.result(payload, operation));
    }

    @Override
    public void onError(Throwable failure) {
        results.onError(failure);
    }

    @Override
    public void onComplete() {
        results.onComplete();
    }
}
