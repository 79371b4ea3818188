package dev.perigee.client.http;

import dev.perigee.language.OperationType;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/** Queries that are sent as one request: at least one, all with the same headers. */
record Batch(List<Member> members) {
    /** One query as it is, several as an array. There is as much time as the most patient of them has. */
    Outgoing request() {
        Outgoing first = members.getFirst().request();
        if (members.size() == 1) return first;
        long now = System.nanoTime();
        long left = members.stream()
                .mapToLong(member -> member.request().deadline() - now)
                .max()
                .orElseThrow();
        return new Outgoing(OperationType.QUERY, body(), first.headers(), now + left);
    }

    private byte[] body() {
        ByteArrayOutputStream array = new ByteArrayOutputStream();
        for (Member member : members) {
            array.write(array.size() == 0 ? '[' : ',');
            array.writeBytes(member.request().body());
        }
        array.write(']');
        return array.toByteArray();
    }

    /** Cancels the request when nobody waits for it any more. */
    void cancelIfAbandoned(CompletableFuture<Reply> sent) {
        AtomicInteger waiting = new AtomicInteger(members.size());
        members.forEach(member -> member.reply().whenComplete((reply, failure) -> {
            if (waiting.decrementAndGet() == 0) sent.cancel(true);
        }));
    }

    void fail(Throwable failure) {
        members.forEach(member -> member.reply().completeExceptionally(failure));
    }
}
