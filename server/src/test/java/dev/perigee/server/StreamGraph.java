package dev.perigee.server;

import dev.perigee.data.Caller;
import dev.perigee.data.ClientException;
import dev.perigee.data.Wiring;
import dev.perigee.execution.Engine;
import dev.perigee.language.Source;
import dev.perigee.schema.Schema;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** A graph of streams, each as a test wants it. */
final class StreamGraph {
    static final String SDL = """
        type Query { hello: String! who: String header(name: String!): String slow: String broken: String }
        type Mutation { increment: Int! }
        type Subscription {
          "1, 2, 3 and so on"
          count(to: Int!): Int!
          "A text of so many characters, again and again"
          texts(length: Int!): String!
          "Events that the test sends, by name"
          events(name: String!): String
          "Fails before there is a stream"
          refused: String
          secretly: String
        }
        """;

    /** Of streams by name: {@code count}, {@code texts}, or that of the events. */
    private final Map<String, TestStream> streams = new ConcurrentHashMap<>();

    final AtomicInteger increments = new AtomicInteger();
    final CountDownLatch slowBegan = new CountDownLatch(1);
    final CountDownLatch slowCancelled = new CountDownLatch(1);
    final CountDownLatch slowMayEnd = new CountDownLatch(1);

    /** The stream of a name, whether it is open yet or not. */
    TestStream stream(String name) {
        return streams.computeIfAbsent(name, any -> new TestStream());
    }

    Engine engine() {
        return Engine.builder(Schema.of(Source.of("streams.graphql", SDL)))
                .wiring(Wiring.builder()
                        .query("hello", (arguments, context) -> "world")
                        .query(
                                "who",
                                (arguments, context) ->
                                        context.value(Caller.class).name())
                        .query(
                                "header",
                                (arguments, context) -> context.headers().first(arguments.string("name")))
                        .query("broken", (arguments, context) -> {
                            throw new IllegalStateException("the secret");
                        })
                        .query("slow", (arguments, context) -> {
                            try (var registration = context.onCancel(slowCancelled::countDown)) {
                                slowBegan.countDown();
                                slowMayEnd.await();
                                return "done";
                            }
                        })
                        .mutation("increment", (arguments, context) -> increments.incrementAndGet())
                        .subscription("count", (arguments, context) -> {
                            int last = (Integer) arguments.get("to");
                            return stream("count").of(number -> number <= last ? number : null);
                        })
                        .subscription("texts", (arguments, context) -> {
                            String text = "x".repeat((Integer) arguments.get("length"));
                            return stream("texts").of(number -> text);
                        })
                        .subscription("events", (arguments, context) -> stream(arguments.string("name")))
                        .subscription("refused", (arguments, context) -> {
                            throw new ClientException("NO_EVENTS", "There are no events today.");
                        })
                        .subscription("secretly", (arguments, context) -> {
                            throw new IllegalStateException("the secret");
                        })
                        .build())
                .build();
    }
}
