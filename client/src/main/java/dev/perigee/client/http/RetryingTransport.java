package dev.perigee.client.http;

import dev.perigee.client.Retries;
import dev.perigee.client.TransportException;
import dev.perigee.language.OperationType;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/** Sends again what has failed and is safe to repeat, as {@link Retries} says. */
public final class RetryingTransport implements Transport {
    private static final int TOO_MANY_REQUESTS = 429;
    /** Bad gateway, service unavailable, gateway timeout: somebody on the way says that it may be better soon. */
    private static final Set<Integer> TRANSIENT = Set.of(502, 503, 504);

    private final Transport next;
    private final Retries retries;
    private final Timer timer;
    private final InstantSource clock;
    private final DoubleSupplier chance;

    public RetryingTransport(Transport next, Retries retries) {
        this(
                next,
                retries,
                Timer.SYSTEM,
                InstantSource.system(),
                () -> ThreadLocalRandom.current().nextDouble());
    }

    RetryingTransport(Transport next, Retries retries, Timer timer, InstantSource clock, DoubleSupplier chance) {
        this.next = next;
        this.retries = retries;
        this.timer = timer;
        this.clock = clock;
        this.chance = chance;
    }

    @Override
    public CompletableFuture<Reply> send(Outgoing request) {
        return attempt(request, 1);
    }

    /** A reply, or why there is none. */
    private record Outcome(@Nullable Reply reply, @Nullable Throwable failure) {
        CompletableFuture<Reply> future() {
            return failure == null
                    ? CompletableFuture.completedFuture(reply)
                    : CompletableFuture.failedFuture(Cancelling.reason(failure));
        }
    }

    private CompletableFuture<Reply> attempt(Outgoing request, int number) {
        CompletableFuture<Reply> sent = next.send(request);
        return Cancelling.compose(Cancelling.link(sent.handle(Outcome::new), sent), outcome -> {
            if (number >= retries.maxAttempts() || !mayRepeat(request, outcome)) return outcome.future();
            Duration delay = delay(outcome, number);
            if (delay.compareTo(request.remaining()) >= 0) return outcome.future();
            return Cancelling.compose(timer.after(delay), rung -> attempt(request, number + 1));
        });
    }

    private static boolean mayRepeat(Outgoing request, Outcome outcome) {
        if (outcome.reply() != null) return mayRepeat(request, outcome.reply());
        return outcome.failure() != null && mayRepeat(request, Cancelling.reason(outcome.failure()));
    }

    private static boolean mayRepeat(Outgoing request, Reply reply) {
        if (request.operation() != OperationType.QUERY) return false;
        return TRANSIENT.contains(reply.status())
                || reply.status() == TOO_MANY_REQUESTS
                        && reply.headers().firstValue("retry-after").isPresent();
    }

    private static boolean mayRepeat(Outgoing request, Throwable failure) {
        if (!(failure instanceof TransportException transport)) return false;
        if (transport.mayHaveRun() && request.operation() != OperationType.QUERY) return false;
        return transport.status() == 0 || TRANSIENT.contains(transport.status());
    }

    private Duration delay(Outcome outcome, int failures) {
        Optional<Duration> asked = Optional.ofNullable(outcome.reply())
                .flatMap(reply -> reply.headers().firstValue("retry-after"))
                .flatMap(value -> RetryAfter.parse(value, clock.instant()));
        return asked.orElseGet(() -> retries.delay(failures, chance.getAsDouble()));
    }

    @Override
    public void close() {
        next.close();
    }
}
