package dev.perigee.client.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perigee.client.Client;
import dev.perigee.client.InvalidOperationException;
import dev.perigee.client.Operation;
import dev.perigee.client.RequestErrorException;
import dev.perigee.client.Result;
import dev.perigee.client.SubscriptionSettings;
import dev.perigee.client.SubscriptionSettings.Protocol;
import dev.perigee.client.TransportException;
import dev.perigee.data.Wiring;
import dev.perigee.execution.Engine;
import dev.perigee.language.Source;
import dev.perigee.schema.Schema;
import dev.perigee.server.GraphServer;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Against Perigee's own server, by each protocol. */
@Timeout(20)
class SubscriptionTest {
    private static final String COUNT = "subscription Count($to: Int!) { count(to: $to) }";

    /** Numbers from 1 on, as many as are asked for; it knows how many that were, and whether it was cancelled. */
    private static final class Counter {
        final AtomicLong asked = new AtomicLong();
        final CountDownLatch cancelled = new CountDownLatch(1);

        Flow.Publisher<Integer> to(int last) {
            return subscriber -> subscriber.onSubscribe(new Flow.Subscription() {
                private int sent;
                private boolean emitting;
                private long demand;

                @Override
                public synchronized void request(long count) {
                    asked.addAndGet(count);
                    demand += count;
                    if (emitting) return;
                    emitting = true;
                    while (demand > 0 && sent < last) {
                        demand--;
                        subscriber.onNext(++sent);
                    }
                    emitting = false;
                    if (sent == last) {
                        sent++;
                        subscriber.onComplete();
                    }
                }

                @Override
                public void cancel() {
                    cancelled.countDown();
                }
            });
        }
    }

    private final Counter counter = new Counter();

    private GraphServer server() throws IOException {
        Schema schema = Schema.of(
                Source.of("test", "type Query { a: Int } type Subscription { count(to: Int!): Int! fails: Int }"));
        Wiring wiring = Wiring.builder()
                .subscription("count", (arguments, context) -> counter.to(arguments.integer("to")))
                .build();
        return GraphServer.builder(Engine.builder(schema).wiring(wiring).build())
                .port(0)
                .start();
    }

    private static Client client(GraphServer server, Protocol protocol) {
        return Client.builder(server.uri().resolve("graphql"))
                .subscriptions(
                        protocol == Protocol.WEB_SOCKET
                                ? SubscriptionSettings.webSocket()
                                : SubscriptionSettings.serverSentEvents())
                .build();
    }

    @ParameterizedTest
    @EnumSource(Protocol.class)
    void events_come_as_asked_for(Protocol protocol) throws Exception {
        try (GraphServer server = server();
                Client client = client(server, protocol)) {
            Probe probe = Probe.of(client.subscribe(Operation.of(COUNT).variable("to", 1_000_000)));
            probe.request(2);
            assertThat(probe.next()).isEqualTo(Map.of("count", 1));
            assertThat(probe.next()).isEqualTo(Map.of("count", 2));
            assertThat(probe.events).isEmpty();
            probe.cancel();
            counter.cancelled.await();
            assertThat(counter.asked).hasValueLessThan(1_000_000);
        }
    }

    @ParameterizedTest
    @EnumSource(Protocol.class)
    void a_thread_can_wait_for_them(Protocol protocol) throws Exception {
        Operation<Integer> count = Operation.of(COUNT).variable("to", 1_000).as(data ->
                (Integer) data.asMap().get("count"));
        try (GraphServer server = server();
                Client client = client(server, protocol)) {
            try (Stream<Result<Integer>> events = client.events(count)) {
                assertThat(events.mapToInt(Result::orThrow).sum()).isEqualTo(500_500);
            }
            try (Stream<Result<Integer>> events = client.events(count)) {
                assertThat(events.limit(3).map(Result::orThrow)).isEqualTo(List.of(1, 2, 3));
            }
            counter.cancelled.await();
        }
    }

    @ParameterizedTest
    @EnumSource(Protocol.class)
    void wrong_operations_are_refused_here_and_there(Protocol protocol) throws Exception {
        Operation<Map<String, @Nullable Object>> wrong = Operation.of("subscription { cont(to: 1) }");
        try (GraphServer server = server();
                Client client = client(server, protocol)) {
            assertThat(Probe.eager(client.subscribe(wrong)).end())
                    .isInstanceOfSatisfying(
                            RequestErrorException.class,
                            e -> assertThat(e).hasMessageContaining("Did you mean \"count\"?"));
            client.fetchSchema();
            assertThatThrownBy(() -> client.subscribe(wrong))
                    .isInstanceOf(InvalidOperationException.class)
                    .hasMessageContaining("Did you mean \"count\"?");
        }
    }

    @ParameterizedTest
    @EnumSource(Protocol.class)
    void a_reader_that_fails_ends_the_subscription_once(Protocol protocol) throws Exception {
        Operation<Map<String, @Nullable Object>> broken = Operation.of(COUNT)
                .variable("to", 1_000_000)
                .as(data -> {
                    throw new IllegalStateException("broken reader");
                });
        try (GraphServer server = server();
                Client client = client(server, protocol)) {
            Probe probe = Probe.eager(client.subscribe(broken));
            assertThat(probe.end()).isInstanceOf(IllegalStateException.class);
            counter.cancelled.await();
            Probe unasked = Probe.of(client.subscribe(broken));
            unasked.request(0);
            assertThat(unasked.end()).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @ParameterizedTest
    @EnumSource(Protocol.class)
    void a_server_that_stops_ends_them(Protocol protocol) throws Exception {
        GraphServer server = server();
        try (Client client = client(server, protocol)) {
            Probe probe = Probe.of(client.subscribe(Operation.of(COUNT).variable("to", 1_000_000)));
            probe.request(1);
            probe.next();
            server.close();
            probe.request(Long.MAX_VALUE);
            assertThat(probe.end()).isInstanceOf(TransportException.class);
        }
    }
}
