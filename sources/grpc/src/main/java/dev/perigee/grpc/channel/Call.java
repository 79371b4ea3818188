package dev.perigee.grpc.channel;

import dev.perigee.data.Context;
import io.grpc.Metadata;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a method is called with.
 *
 * @param request the message's bytes: neither copied nor changed, and not to be changed
 * @param headers metadata of this call, beside what the upstream's {@link HeaderRules} take from the request; copied
 * @param deadline how long the call may take at most, null for what the request and the upstream allow
 * @param context of the request that it is for, null for a call that belongs to none
 */
public record Call(
        Method method,
        byte[] request,
        Metadata headers,
        @Nullable Duration deadline,
        @Nullable Context context) {
    /** A call for a request, with nothing of its own. */
    public static Call of(Method method, byte[] request, Context context) {
        return new Call(method, request, new Metadata(), null, context);
    }

    /** A call that belongs to no request. */
    public static Call of(Method method, byte[] request) {
        return new Call(method, request, new Metadata(), null, null);
    }

    /** The call with metadata of its own. */
    public Call withHeaders(Metadata more) {
        return new Call(method, request, more, deadline, context);
    }

    /** The call with a deadline of its own. */
    public Call withDeadline(Duration atMost) {
        return new Call(method, request, headers, atMost, context);
    }
}
