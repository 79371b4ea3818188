package dev.perigee.client.http;

import dev.perigee.client.TransportException;
import java.util.concurrent.CompletableFuture;

/** A query of a batch, and who waits for it. It may be given up, or be late, without the others. */
record Member(Outgoing request, CompletableFuture<Reply> reply) {
    static Member of(Outgoing request) {
        return new Member(request, Deadline.hold(request, new CompletableFuture<>(), Member::late));
    }

    private static TransportException late() {
        return new TransportException(
                "No answer until the deadline of the operation, which was sent together with others.", 0, true, null);
    }

    /** On a thread of its own, so that who reads one answer does not hold up the others. */
    void complete(Reply reply) {
        this.reply.completeAsync(() -> reply);
    }
}
