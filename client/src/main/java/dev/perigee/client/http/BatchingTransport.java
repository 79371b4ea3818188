package dev.perigee.client.http;

import dev.perigee.client.Batching;
import dev.perigee.client.TransportException;
import dev.perigee.language.OperationType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** Puts queries together that are under way at one time, as {@link Batching} says. */
public final class BatchingTransport implements Transport {
    /** What a server answers to who calls, how often or when, rather than to an array. */
    private static final Set<Integer> NOT_ABOUT_ARRAYS = Set.of(401, 403, 407, 408, 429, 502, 503, 504);

    private final Transport next;
    private final Batching batching;
    private final Timer timer;
    /** By the headers that queries have in common; those with something under way. Guarded by itself. */
    private final Map<Map<String, String>, Lane> lanes = new HashMap<>();

    private volatile Support support = Support.UNKNOWN;

    /** What is known of the server. */
    private enum Support {
        UNKNOWN,
        TAKES_ARRAYS,
        REFUSES_ARRAYS
    }

    public BatchingTransport(Transport next, Batching batching) {
        this(next, batching, Timer.SYSTEM);
    }

    BatchingTransport(Transport next, Batching batching, Timer timer) {
        this.next = next;
        this.batching = batching;
        this.timer = timer;
    }

    @Override
    public CompletableFuture<Reply> send(Outgoing request) {
        if (support == Support.REFUSES_ARRAYS || !mayBeInArray(request)) return next.send(request);
        Member member = Member.of(request);
        Lane lane;
        List<Member> due;
        synchronized (lanes) {
            lane = lanes.computeIfAbsent(request.headers(), headers -> new Lane(batching.maxOperations()));
            due = lane.add(member);
            if (lane.waiting().size() == 1) sendLater(lane, lane.waiting());
            forgetIfIdle(lane, request); // it is, if this one was too late already
        }
        send(lane, due);
        return member.reply();
    }

    private static boolean mayBeInArray(Outgoing request) {
        return request.operation() == OperationType.QUERY && request.query() == null && !request.isStreamed();
    }

    private void sendLater(Lane lane, List<Member> collected) {
        timer.after(batching.window()).thenRun(() -> {
            List<Member> due;
            synchronized (lanes) {
                due = lane.windowPassed(collected);
            }
            send(lane, due);
        });
    }

    private void send(Lane lane, List<Member> due) {
        if (due.isEmpty()) return;
        Batch batch = new Batch(due);
        CompletableFuture<Reply> sent = sendAll(batch.request());
        batch.cancelIfAbandoned(sent);
        sent.whenComplete((reply, failure) -> {
            List<Member> waited;
            synchronized (lanes) {
                waited = lane.answered();
                forgetIfIdle(lane, due.getFirst().request());
            }
            send(lane, waited);
            if (failure == null) answer(batch.members(), reply);
            else batch.fail(Cancelling.reason(failure));
        });
    }

    private void forgetIfIdle(Lane lane, Outgoing one) {
        if (lane.isIdle()) lanes.remove(one.headers());
    }

    private CompletableFuture<Reply> sendAll(Outgoing request) {
        try {
            return next.send(request);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private void answer(List<Member> members, Reply reply) {
        List<byte[]> answers = members.size() == 1 ? null : JsonArray.objects(reply.body());
        if (answers != null) answerEach(members, reply, answers);
        else if (members.size() == 1 || NOT_ABOUT_ARRAYS.contains(reply.status()))
            members.forEach(member -> member.complete(reply));
        else refused(members);
    }

    private void answerEach(List<Member> members, Reply reply, List<byte[]> answers) {
        support = Support.TAKES_ARRAYS;
        if (answers.size() != members.size()) {
            String message = "%d operations in one request got %d answers, so that none is sure to be the right one."
                    .formatted(members.size(), answers.size());
            new Batch(members).fail(new TransportException(message, reply.status(), true, null));
            return;
        }
        for (int i = 0; i < answers.size(); i++) {
            members.get(i).complete(new Reply(reply.status(), reply.headers(), answers.get(i)));
        }
    }

    /** An array that a server does not take may be the fault of one query in it, if it has taken others. */
    private void refused(List<Member> members) {
        if (support == Support.UNKNOWN) support = Support.REFUSES_ARRAYS;
        members.stream().filter(member -> !member.reply().isDone()).forEach(member -> {
            Batch alone = new Batch(List.of(member));
            CompletableFuture<Reply> sent = sendAll(member.request());
            alone.cancelIfAbandoned(sent);
            sent.whenComplete((reply, failure) -> {
                if (failure == null) member.complete(reply);
                else alone.fail(Cancelling.reason(failure));
            });
        });
    }

    @Override
    public void close() {
        next.close();
    }
}
