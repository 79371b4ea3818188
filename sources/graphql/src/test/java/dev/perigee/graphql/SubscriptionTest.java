package dev.perigee.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.client.Client;
import dev.perigee.client.SubscriptionSettings;
import dev.perigee.data.Wiring;
import dev.perigee.execution.Request;
import dev.perigee.execution.Response;
import dev.perigee.language.Source;
import dev.perigee.schema.Schema;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Subscriptions of a remote, by server-sent events. */
class SubscriptionTest {
    private static final String SDL =
            "type Query { a: Int } type Subscription { ticks(from: Int!): Tick } type Tick { n: Int! note: String }";

    @Test
    void eventsOfTheRemoteAreEventsOfTheGraph() throws Exception {
        try (TestRemote remote = new TestRemote((asked, exchange) -> {
                    exchange.getResponseHeaders().add("content-type", "text/event-stream");
                    exchange.sendResponseHeaders(200, 0);
                    for (String event : List.of(
                            "{\"data\":{\"ticks\":{\"n\":1,\"need_Tick_note\":\"x\"}}}",
                            "{\"data\":{\"ticks\":null}}",
                            "{\"data\":{\"ticks\":null},\"errors\":[{\"message\":\"m\",\"path\":[\"ticks\",\"n\"]}]}")) {
                        exchange.getResponseBody().write(TestRemote.json("event: next\ndata: " + event + "\n\n"));
                    }
                    exchange.getResponseBody().write(TestRemote.json("event: complete\ndata:\n\n"));
                    return new byte[0];
                });
                Client client = Client.builder(remote.uri())
                        .schema(Schema.of(Source.of("ticks.graphqls", SDL)))
                        .subscriptions(SubscriptionSettings.serverSentEvents())
                        .build()) {
            GraphqlSource source = GraphqlSource.builder()
                    .server(GraphqlServer.of("ticks", client))
                    .needs("Tick.loud", "note")
                    .build();
            Gateway gateway = Gateway.of(
                    Wiring.builder()
                            .source(source)
                            .function(
                                    "Tick.loud",
                                    (tick, arguments, context, info) -> ((RemoteObject) tick).property("note") + "!"),
                    "extend type Tick { loud: String }");
            BlockingQueue<String> events = new LinkedBlockingQueue<>();
            gateway.engine()
                    .subscribe(Request.of("subscription { ticks(from: 3) { n loud } }"))
                    .subscribe(to(events));
            assertThat(next(events)).isEqualTo("{\"data\":{\"ticks\":{\"n\":1,\"loud\":\"x!\"}}}");
            assertThat(next(events)).isEqualTo("{\"data\":{\"ticks\":null}}");
            assertThat(next(events)).contains("\"path\":[\"ticks\",\"n\"]", "UPSTREAM_ERROR");
            assertThat(next(events)).isEqualTo("end");
            assertThat(remote.asked().getFirst().query())
                    .isEqualTo("subscription($v0: Int!) {\n  ticks(from: $v0) { n need_Tick_note: note }\n}");
            assertThat(remote.asked().getFirst().variables()).containsEntry("v0", 3);
        }
    }

    private static String next(BlockingQueue<String> events) throws InterruptedException {
        return events.poll(30, TimeUnit.SECONDS);
    }

    private static Flow.Subscriber<Response> to(BlockingQueue<String> events) {
        return new Flow.Subscriber<>() {
            @Override
            public void onSubscribe(Flow.Subscription subscription) {
                subscription.request(Long.MAX_VALUE);
            }

            @Override
            public void onNext(Response response) {
                events.add(response.toString());
            }

            @Override
            public void onError(Throwable failure) {
                events.add("failed: " + failure);
            }

            @Override
            public void onComplete() {
                events.add("end");
            }
        };
    }
}
