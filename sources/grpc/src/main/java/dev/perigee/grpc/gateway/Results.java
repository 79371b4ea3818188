package dev.perigee.grpc.gateway;

import dev.perigee.data.SourceRun;
import dev.perigee.grpc.graph.RootField.Result;
import dev.perigee.grpc.wire.WireMessage;
import io.grpc.Metadata;
import org.jspecify.annotations.Nullable;

/** What a field is of the reply to its call. */
final class Results {
    private Results() {}

    static @Nullable Object of(RootMethod method, byte[] request, Metadata headers, SourceRun run) throws Exception {
        if (method.field().result() instanceof Result.Replies replies) {
            return new Replies(method.service(), replies.most()).collect(request, headers, run);
        }
        return of(method.field().result(), method.service().call(request, headers, run));
    }

    /** Of one reply. */
    static @Nullable Object of(Result result, WireMessage reply) {
        return switch (result) {
            case Result.Reply whole -> reply;
            case Result.Part part -> reply.read(part.field());
            case Result.Done done -> true;
            case Result.Replies replies -> reply; // one of them
            case Result.Page page -> new WireMessage(page.connection(), reply.bytes(), reply.from(), reply.to());
        };
    }
}
