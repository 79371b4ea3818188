package dev.perigee.execution;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.data.Context;
import dev.perigee.data.Wiring;
import dev.perigee.language.Source;
import dev.perigee.schema.Schema;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Work that is alone at work, and does not mind interrupts: as with most JDBC drivers, only its own way to cancel helps. */
class OnCancelTest {
    private final CountDownLatch began = new CountDownLatch(1);
    private final CountDownLatch cancelled = new CountDownLatch(1);

    @Test
    void runs_when_the_request_is_cancelled() throws InterruptedException {
        CompletableFuture<Response> running = engine(Duration.ofSeconds(30)).executeAsync(Request.of("{ stubborn }"));
        assertThat(began.await(5, SECONDS)).isTrue();
        running.cancel(true);
        assertThat(cancelled.await(5, SECONDS)).isTrue();
    }

    @Test
    void runs_at_the_deadline() throws InterruptedException {
        engine(Duration.ofSeconds(1)).executeAsync(Request.of("{ stubborn }"));
        assertThat(began.await(5, SECONDS)).isTrue();
        assertThat(cancelled.await(5, SECONDS)).isTrue();
    }

    private Engine engine(Duration timeout) {
        return Engine.builder(Schema.of(Source.of("test.graphql", "type Query { stubborn: String }")))
                .wiring(Wiring.builder()
                        .query("stubborn", (arguments, context) -> stubborn(context))
                        .build())
                .limits(EngineLimits.DEFAULT.withTimeout(timeout))
                .build();
    }

    private String stubborn(Context context) {
        try (var registration = context.onCancel(cancelled::countDown)) {
            began.countDown();
            while (cancelled.getCount() > 0) {
                try {
                    cancelled.await();
                } catch (InterruptedException e) {
                    // Goes on: that is the point.
                }
            }
            return "late";
        }
    }
}
