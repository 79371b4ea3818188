package dev.perigee.examples.moongate;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.execution.Request;
import dev.perigee.execution.Response;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The subscription: a server stream of the other team, with our players below its events. */
class WatchLeadersTest {
    private static final String LEADERS =
            "subscription { watchLeaders(count: 1) { scores { points player { title } } } }";
    private static final String MATCH = "mutation { reportMatch(input: {winnerId: 24, loserId: 1}) { points } }";

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theLeadersNowAndAfterEachMatch(boolean isInProcess) throws Exception {
        try (var moongate = isInProcess ? RunningMoongate.inProcess() : RunningMoongate.onPorts()) {
            var heard = new Heard();
            moongate.engine.subscribe(Request.of(LEADERS)).subscribe(heard);
            assertThat(heard.next()).isEqualTo(leader(15, "Drift the Young"));
            for (int match = 1; match <= 6; match++) {
                assertThat(moongate.run(MATCH).toString()).contains("\"points\":" + 3 * match);
                var expected = match < 6 ? leader(15, "Drift the Young") : leader(18, "Frost4 the Great");
                assertThat(heard.next()).isEqualTo(expected);
            }
            heard.cancel();
        }
    }

    private static String leader(int points, String title) {
        return "{\"data\":{\"watchLeaders\":{\"scores\":[{\"points\":%d,\"player\":{\"title\":\"%s\"}}]}}}"
                .formatted(points, title);
    }

    /** What a subscriber is told. */
    private static final class Heard implements Flow.Subscriber<Response> {
        private final BlockingQueue<String> all = new LinkedBlockingQueue<>();
        private Flow.Subscription subscription;

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            this.subscription = subscription;
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(Response response) {
            all.add(response.toString());
        }

        @Override
        public void onError(Throwable failure) {
            all.add(failure.toString());
        }

        @Override
        public void onComplete() {
            all.add("end");
        }

        String next() throws InterruptedException {
            return String.valueOf(all.poll(10, SECONDS));
        }

        void cancel() {
            subscription.cancel();
        }
    }
}
