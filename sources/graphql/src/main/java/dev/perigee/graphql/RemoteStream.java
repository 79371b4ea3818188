package dev.perigee.graphql;

import dev.perigee.client.GraphqlException;
import dev.perigee.client.Operation;
import dev.perigee.client.Result;
import dev.perigee.data.SelectedField;
import dev.perigee.data.SourceRun;
import dev.perigee.data.StreamSource;
import dev.perigee.language.OperationType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** A subscription of a remote as one of the graph: as many events are asked for as the subscriber asks for. */
record RemoteStream(RemoteFields source) implements StreamSource {
    @Override
    public Flow.Publisher<?> open(SelectedField field, SourceRun run) {
        Pieces pieces = Pieces.of(source, OperationType.SUBSCRIPTION, List.of(field), run::included);
        Piece.OfRoot piece = (Piece.OfRoot) pieces.of(field);
        Map<String, @Nullable Object> variables = new LinkedHashMap<>();
        for (Slot slot : piece.selection().slots()) slot.fill(run, variables);
        Operation<Map<String, @Nullable Object>> operation =
                UpstreamRequest.operation(pieces.describe(), variables, source.remote(), run);
        Flow.Publisher<Result<Map<String, @Nullable Object>>> results =
                source.remote().client().subscribe(operation);
        return subscriber -> results.subscribe(new Events(subscriber, piece));
    }

    /** Results as events: the value of the field, or a future that has failed with its errors. */
    private final class Events implements Flow.Subscriber<Result<Map<String, @Nullable Object>>> {
        private final Flow.Subscriber<? super Object> subscriber;
        private final Piece.OfRoot piece;

        Events(Flow.Subscriber<? super Object> subscriber, Piece.OfRoot piece) {
            this.subscriber = subscriber;
            this.piece = piece;
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscriber.onSubscribe(subscription);
        }

        @Override
        public void onNext(Result<Map<String, @Nullable Object>> result) {
            subscriber.onNext(event(result));
        }

        /** Null is a value like others, but no event. */
        private Object event(Result<Map<String, @Nullable Object>> result) {
            try {
                Object json = ErrorTree.of(result.errors()).value(result.data(), piece.key());
                Object value = new Replies(source.remote())
                        .value(json, piece.field().definition().type());
                return value == null ? CompletableFuture.completedFuture(null) : value;
            } catch (RuntimeException failure) {
                return CompletableFuture.failedFuture(failure);
            }
        }

        @Override
        public void onError(Throwable failure) {
            subscriber.onError(
                    failure instanceof GraphqlException told
                            ? UpstreamErrors.of(told, source.remote().name(), false)
                            : failure);
        }

        @Override
        public void onComplete() {
            subscriber.onComplete();
        }
    }
}
