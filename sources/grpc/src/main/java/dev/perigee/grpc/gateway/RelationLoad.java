package dev.perigee.grpc.gateway;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import dev.perigee.data.ClientException;
import dev.perigee.data.PlannedLoad;
import dev.perigee.data.SourceRun;
import dev.perigee.grpc.relation.Ask;
import dev.perigee.grpc.relation.KnownResults;
import dev.perigee.grpc.relation.MessageReader;
import dev.perigee.grpc.relation.Outcome;
import dev.perigee.grpc.relation.Relation;
import dev.perigee.grpc.relation.RelationCall;
import dev.perigee.grpc.relation.RelationCalls;
import dev.perigee.grpc.wire.WireMessage;
import io.grpc.Metadata;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** A relation for all its parents in one request: calls that don't wait for one another run at the same time. */
record RelationLoad(Relation relation, RelationMethod method, PerConditions<Told> told) implements PlannedLoad {
    /** Of one batch: the rest waits here, and takes no places from others who wait for the service. */
    private static final int MOST_CALLS_AT_A_TIME = 1_000;

    private static final MessageReader READER = (message, field) -> ((WireMessage) message).read(field);

    @Override
    public int load(List<? extends Feed> feeds, SourceRun run) throws Exception {
        Told with = told.of(run);
        ByteString fields = UnsafeByteOperations.unsafeWrap(with.fields());
        List<Ask> asks = new ArrayList<>(feeds.size());
        for (Feed feed : feeds) {
            asks.add(new Ask(
                    method.parents(feed.parents()),
                    run.arguments(feed.field()),
                    run.context().headers(),
                    fields));
        }
        RelationCalls calls = RelationCalls.of(relation, READER, asks, known(with, run));
        int made = make(calls, new Round(run, with.headers()));
        for (int i = 0; i < feeds.size(); i++) {
            Outcome outcome = calls.outcome(i);
            feeds.get(i).complete(outcome.values(), outcome.failures());
        }
        return made;
    }

    private static int make(RelationCalls calls, Round round) throws InterruptedException {
        int made;
        try {
            made = round.make(calls.calls());
        } catch (InterruptedException | RuntimeException | Error e) {
            calls.abandon(e);
            throw e;
        }
        calls.end();
        return made;
    }

    /** What is told in metadata is no part of a request, so that equal requests may have other replies. */
    private static KnownResults known(Told with, SourceRun run) {
        boolean isSame = !run.isMutation() && with.headers().keys().isEmpty();
        return isSame ? run.context().value(KnownResults.class) : new KnownResults();
    }

    @Override
    public String source() {
        return "grpc";
    }

    @Override
    public String describe() {
        return relation.methodName() + (relation.batch() == null && !relation.isRoot() ? " for each" : "");
    }

    /** Calls that are made at the same time, and then those that are made in their stead. */
    private final class Round {
        private final SourceRun run;
        private final Metadata headers;

        Round(SourceRun run, Metadata headers) {
            this.run = run;
            this.headers = headers;
        }

        int make(List<RelationCall> calls) throws InterruptedException {
            List<RelationCall> instead = new ArrayList<>();
            if (calls.size() == 1) {
                instead.addAll(makeOne(calls.getFirst()));
            } else {
                instead.addAll(makeAll(calls));
            }
            return instead.isEmpty() ? calls.size() : calls.size() + make(instead);
        }

        private List<RelationCall> makeOne(RelationCall call) throws InterruptedException {
            try {
                call.reply(method.of(call.method()).call(call.request().toByteArray(), headers, run));
                return List.of();
            } catch (RuntimeException e) {
                return failed(call, e);
            }
        }

        private List<RelationCall> makeAll(List<RelationCall> calls) throws InterruptedException {
            List<CompletableFuture<WireMessage>> running = new ArrayList<>(calls.size());
            Semaphore places = new Semaphore(MOST_CALLS_AT_A_TIME);
            for (RelationCall call : calls) {
                places.acquire();
                CompletableFuture<WireMessage> reply = method.of(call.method())
                        .callAsync(call.request().toByteArray(), headers, run)
                        .toCompletableFuture();
                reply.whenComplete((message, failure) -> places.release());
                running.add(reply);
            }
            List<RelationCall> instead = new ArrayList<>();
            for (int i = 0; i < running.size(); i++) instead.addAll(end(calls.get(i), running.get(i)));
            return instead;
        }

        private List<RelationCall> end(RelationCall call, CompletableFuture<WireMessage> running)
                throws InterruptedException {
            try {
                call.reply(running.get());
                return List.of();
            } catch (ExecutionException e) {
                return failed(call, cause(e));
            } catch (RuntimeException e) {
                return failed(call, e);
            }
        }

        private static Throwable cause(Throwable e) {
            @Nullable Throwable cause = e.getCause();
            boolean isWrapper = e instanceof ExecutionException || e instanceof CompletionException;
            return isWrapper && cause != null ? cause(cause) : e;
        }

        /** @throws CancellationException if the request is over: that says nothing of the call */
        private static List<RelationCall> failed(RelationCall call, Throwable cause) {
            if (cause instanceof CancellationException over) throw over;
            if (cause instanceof ClientException known && known.code().equals("NOT_FOUND")) {
                return call.notFound(cause);
            }
            call.fail(cause);
            return List.of();
        }
    }
}
