package dev.perigee.grpc.channel;

import dev.perigee.data.Context;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How long calls of an upstream may take.
 *
 * @param call one call; null for as long as its request
 * @param stream one stream from its begin to its end; null for as long as it lasts
 * @param methods by full name, instead of those
 */
record Timeouts(@Nullable Duration call, @Nullable Duration stream, Map<String, Duration> methods) {
    /** More than this is no deadline at all. */
    private static final Duration ENDLESS = Duration.ofDays(365);

    /** What is left for a call, in nanoseconds, at most {@code Long.MAX_VALUE / 2}: the least of all that was said. */
    long nanosFor(Call call) {
        Context context = call.context();
        Duration least = least(ownOf(call, this.call), context == null ? null : context.remaining());
        return nanos(least);
    }

    /** What is left for a stream: a subscription lasts longer than its request took. */
    long nanosForStream(Call call) {
        return nanos(ownOf(call, stream));
    }

    private @Nullable Duration ownOf(Call call, @Nullable Duration otherwise) {
        Duration ofMethod = methods.get(call.method().name());
        return least(call.deadline(), ofMethod == null ? otherwise : ofMethod);
    }

    private static @Nullable Duration least(@Nullable Duration one, @Nullable Duration other) {
        if (one == null || other == null) return one == null ? other : one;
        return one.compareTo(other) <= 0 ? one : other;
    }

    private static long nanos(@Nullable Duration duration) {
        return duration == null || duration.compareTo(ENDLESS) > 0 ? Long.MAX_VALUE / 2 : duration.toNanos();
    }
}
