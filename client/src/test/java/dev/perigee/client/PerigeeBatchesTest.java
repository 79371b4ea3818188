package dev.perigee.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.data.Wiring;
import dev.perigee.execution.Engine;
import dev.perigee.language.Source;
import dev.perigee.schema.Schema;
import dev.perigee.server.GraphServer;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Perigee's client and server, and queries that are under way at one time. */
class PerigeeBatchesTest {
    private static final Schema SCHEMA = Schema.of(Source.of("test", "type Query { square(of: Int!): Int slow: Int }"));

    private final CountDownLatch slowMayEnd = new CountDownLatch(1);

    private GraphServer server(int maxBatch) throws IOException {
        Wiring wiring = Wiring.builder()
                .query("square", (arguments, context) -> {
                    int of = (Integer) arguments.get("of");
                    return of * of;
                })
                .query("slow", (arguments, context) -> {
                    slowMayEnd.await();
                    return 0;
                })
                .build();
        return GraphServer.builder(Engine.builder(SCHEMA).wiring(wiring).build())
                .port(0)
                .maxBatch(maxBatch)
                .start();
    }

    /** A server that takes no batches answers the one with an error, and then each query by itself. */
    @ParameterizedTest
    @CsvSource({"20, 2", "0, 22"})
    void queriesThatWaitForAnAnswerGoTogether(int maxBatch, int expectedRequests) throws IOException {
        AtomicInteger sent = new AtomicInteger();
        Credentials counting = Credentials.of(() -> Map.of("x-request", "" + sent.incrementAndGet()));
        try (GraphServer server = server(maxBatch);
                Client client = Client.builder(server.uri().resolve("graphql"))
                        .schema(SCHEMA)
                        .credentials(counting)
                        .batching(new Batching(20, Duration.ofSeconds(20)))
                        .build()) {
            var slow = client.executeAsync(Operation.of("{ slow }"));
            var squares = IntStream.range(0, 20)
                    .mapToObj(i -> client.executeAsync(
                            Operation.of("query($of: Int!) { square(of: $of) }").variable("of", i)))
                    .toList();
            slowMayEnd.countDown();
            assertThat(slow.join().orThrow().get("slow")).isEqualTo(0);
            for (int i = 0; i < 20; i++) {
                assertThat(squares.get(i).join().orThrow().get("square")).isEqualTo(i * i);
            }
            assertThat(sent).hasValue(expectedRequests);
        }
    }
}
