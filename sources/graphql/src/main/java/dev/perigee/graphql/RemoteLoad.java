package dev.perigee.graphql;

import dev.perigee.client.GraphqlException;
import dev.perigee.client.Operation;
import dev.perigee.client.Result;
import dev.perigee.data.Context;
import dev.perigee.data.PlannedLoad;
import dev.perigee.data.SelectedField;
import dev.perigee.data.SourceCall;
import dev.perigee.data.SourceRun;
import dev.perigee.language.OperationType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Fields of one remote that can be had at the same time: one upstream request for all of them, and more only where there are
 * more keys or aliases than one takes. These are then under way together.
 */
record RemoteLoad(RemoteFields remoteFields, PerConditions<Pieces> pieces, String describe) implements PlannedLoad {
    static RemoteLoad of(RemoteFields remoteFields, OperationType operation, List<? extends SelectedField> fields) {
        PerConditions<Pieces> pieces = new PerConditions<>(run -> Pieces.of(
                remoteFields, operation, fields.stream().filter(run::isIncluded).toList(), run::included));
        String describe = Pieces.of(remoteFields, operation, fields, SelectedField::selected)
                .describe();
        return new RemoteLoad(remoteFields, pieces, describe);
    }

    @Override
    public String source() {
        return remoteFields.remote().name();
    }

    @Override
    public int load(List<? extends Feed> feeds, SourceRun run) throws Exception {
        Pieces known = pieces.of(run);
        List<Share> shares = shares(known, feeds, run);
        List<UpstreamRequest> requests =
                UpstreamRequest.of(shares, remoteFields.remote().maxAliases());
        List<Running> running = new ArrayList<>(requests.size());
        try {
            for (UpstreamRequest request : requests) running.add(start(request, known, run));
            for (Running one : running) one.end(remoteFields.remote().name(), run);
        } finally {
            for (Running one : running) one.close();
        }
        for (Share share : shares) share.complete();
        return requests.size();
    }

    private List<Share> shares(Pieces known, List<? extends Feed> feeds, SourceRun run) {
        Map<Integer, List<Feed>> byPiece = new LinkedHashMap<>();
        for (Feed feed : feeds) {
            byPiece.computeIfAbsent(known.of(feed.field()).number(), none -> new ArrayList<>())
                    .add(feed);
        }
        Replies replies = new Replies(remoteFields.remote());
        List<Share> shares = new ArrayList<>(byPiece.size());
        for (List<Feed> alike : byPiece.values()) {
            RuntimeException wrong = wrongArguments(known.of(alike.getFirst().field()), run);
            if (wrong != null) {
                for (Feed feed : alike) feed.fail(wrong);
                continue;
            }
            shares.add(
                    switch (known.of(alike.getFirst().field())) {
                        case Piece.OfRoot piece -> new RootShare(piece, alike.getFirst(), run, replies);
                        case Piece.OfBatch piece -> new BatchShare(piece, alike, run, replies);
                        case Piece.OfEach piece -> new EachShare(piece, alike, run, replies);
                    });
        }
        return shares;
    }

    /** What is wrong with variables of a request concerns the field that they are given to, and no other. */
    private static @Nullable RuntimeException wrongArguments(Piece piece, SourceRun run) {
        try {
            for (Slot slot : piece.selection().slots()) run.arguments(slot.field());
            return null;
        } catch (RuntimeException e) {
            return e;
        }
    }

    private Running start(UpstreamRequest request, Pieces known, SourceRun run) {
        Operation<Map<String, @Nullable Object>> operation = request.operation(known, remoteFields.remote(), run);
        var reply = remoteFields.remote().client().executeAsync(operation);
        return new Running(
                request,
                operation.document(),
                System.nanoTime(),
                reply,
                run.context().onCancel(() -> reply.cancel(true)));
    }

    /** A request that is under way. */
    private record Running(
            UpstreamRequest request,
            String document,
            long begin,
            CompletableFuture<Result<Map<String, @Nullable Object>>> reply,
            Context.Registration cancellation)
            implements AutoCloseable {
        /** @throws CancellationException if nobody waits any more */
        void end(String server, SourceRun run) throws InterruptedException {
            try {
                Result<Map<String, @Nullable Object>> result = reply.get();
                ErrorTree errors = ErrorTree.of(result.errors());
                for (Part part : request.parts()) part.reply(result.data(), errors);
            } catch (ExecutionException e) {
                RuntimeException told = told(e.getCause(), server, run);
                for (Part part : request.parts()) part.fail(told);
            }
            Duration took = Duration.ofNanos(System.nanoTime() - begin);
            run.report(new SourceCall(document, request.parts().size(), took));
        }

        private static RuntimeException told(@Nullable Throwable cause, String server, SourceRun run) {
            return switch (cause) {
                case GraphqlException failure ->
                    UpstreamErrors.of(failure, server, run.context().remaining().isZero());
                case RuntimeException other -> other;
                case null, default -> new IllegalStateException(cause);
            };
        }

        /** What has not ended is not waited for. */
        @Override
        public void close() {
            cancellation.close();
            reply.cancel(true);
        }
    }
}
