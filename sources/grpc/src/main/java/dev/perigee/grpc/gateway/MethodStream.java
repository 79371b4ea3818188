package dev.perigee.grpc.gateway;

import dev.perigee.data.SelectedField;
import dev.perigee.data.SourceRun;
import dev.perigee.data.StreamSource;
import java.util.List;
import java.util.concurrent.Flow;

/** A server stream as the source stream of a subscription: each reply is an event. */
record MethodStream(RootMethod method, Pushes pushes) implements StreamSource {
    @Override
    public Flow.Publisher<?> open(SelectedField field, SourceRun run) {
        Told with = pushes.of(method, List.of(field)).of(run);
        byte[] request = method.request(run.arguments(field), with.fields());
        Flow.Publisher<byte[]> replies = method.service().stream(request, with.headers(), run);
        return subscriber -> replies.subscribe(new Events(subscriber));
    }

    /** Hands on messages for their bytes. */
    private final class Events implements Flow.Subscriber<byte[]> {
        private final Flow.Subscriber<? super Object> subscriber;

        Events(Flow.Subscriber<? super Object> subscriber) {
            this.subscriber = subscriber;
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscriber.onSubscribe(subscription);
        }

        @Override
        public void onNext(byte[] message) {
            Object event = Results.of(method.field().result(), method.service().message(message));
            if (event != null) subscriber.onNext(event);
        }

        @Override
        public void onError(Throwable failure) {
            subscriber.onError(failure);
        }

        @Override
        public void onComplete() {
            subscriber.onComplete();
        }
    }
}
