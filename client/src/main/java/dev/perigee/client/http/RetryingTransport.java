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
        Exchange exchange = new Exchange();
        attempt(request, exchange, 1);
        return exchange;
    }

    private void attempt(Outgoing request, Exchange exchange, int number) {
        exchange.after(
                next.send(request),
                reply -> {
                    Runnable end = () -> exchange.complete(reply);
                    if (mayRepeat(request, reply)) again(request, exchange, number, delay(reply, number), end);
                    else end.run();
                },
                failure -> {
                    Runnable end = () -> exchange.completeExceptionally(failure);
                    if (mayRepeat(request, failure)) again(request, exchange, number, delay(number), end);
                    else end.run();
                });
    }

    private void again(Outgoing request, Exchange exchange, int number, Duration delay, Runnable end) {
        if (number >= retries.maxAttempts() || delay.compareTo(request.remaining()) >= 0) end.run();
        else exchange.after(timer.after(delay), rung -> attempt(request, exchange, number + 1));
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

    private Duration delay(Reply reply, int failures) {
        Optional<Duration> asked =
                reply.headers().firstValue("retry-after").flatMap(value -> RetryAfter.parse(value, clock.instant()));
        return asked.orElseGet(() -> delay(failures));
    }

    private Duration delay(int failures) {
        return retries.delay(failures, chance.getAsDouble());
    }

    @Override
    public void close() {
        next.close();
    }
}
