package dev.perigee.server;

import dev.perigee.data.ClientException;
import dev.perigee.data.Context;
import dev.perigee.data.Loader;
import dev.perigee.data.ResponseHeaders;
import dev.perigee.data.Wiring;
import dev.perigee.execution.Engine;
import dev.perigee.language.Source;
import dev.perigee.schema.Schema;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** A graph with a field for each thing that may happen to a request. */
final class TestGraph {
    static final String SDL = """
        "A value of any kind"
        scalar Any
        "What can be asked for"
        type Query {
          "A greeting"
          hello: String!
          "What came in, with its Java class"
          echo(any: Any): String
          header(name: String!): [String!]
          item(id: ID!): Item
          items(count: Int!): [Item!]!
          respond(header: String!, value: String!): String
          missing: String
          broken: String
          brokenToo: String!
          slow: String
        }
        type Item { id: ID! text: String owner: Owner }
        type Owner { name: String! }
        type Mutation { increment: Int! }
        type Subscription { ticks: Int! }
        """;

    /** Counted down when a {@code slow} field begins. */
    final CountDownLatch slowBegan = new CountDownLatch(1);
    /** Counted down when it was told to stop. */
    final CountDownLatch slowCancelled = new CountDownLatch(1);
    /** Lets it end. */
    final CountDownLatch slowMayEnd = new CountDownLatch(1);

    final AtomicInteger increments = new AtomicInteger();

    record Item(String id, String text) {}

    record Owner(String name) {}

    Engine engine() {
        return Engine.builder(Schema.of(Source.of("test.graphql", SDL)))
                .wiring(wiring())
                .build();
    }

    private Wiring wiring() {
        return Wiring.builder()
                .query("hello", (arguments, context) -> "world")
                .query("echo", (arguments, context) -> describe(arguments.get("any")))
                .query("header", (arguments, context) -> context.headers().all(arguments.string("name")))
                .queryLoad("item", ItemById.class, arguments -> arguments.id("id"))
                .query("items", (arguments, context) -> items((Integer) arguments.get("count")))
                .query("respond", (arguments, context) -> {
                    context.value(ResponseHeaders.class).add(arguments.string("header"), arguments.string("value"));
                    return "responded";
                })
                .query("missing", (arguments, context) -> {
                    throw new ClientException("NOT_FOUND", "There is none.");
                })
                .query("broken", (arguments, context) -> {
                    throw new IllegalStateException("the secret");
                })
                .query("brokenToo", (arguments, context) -> {
                    throw new IllegalStateException("the secret");
                })
                .query("slow", (arguments, context) -> slow(context))
                .mutation("increment", (arguments, context) -> increments.incrementAndGet())
                .type("Item", Item.class, item -> item.load("owner", OwnerById.class, Item::id))
                .loader(new ItemById())
                .loader(new OwnerById())
                .build();
    }

    private String slow(Context context) throws InterruptedException {
        try (var registration = context.onCancel(slowCancelled::countDown)) {
            slowBegan.countDown();
            slowMayEnd.await();
            return "done";
        }
    }

    private static List<Item> items(int count) {
        return java.util.stream.IntStream.range(0, count)
                .mapToObj(i -> new Item("" + i, "item " + i))
                .toList();
    }

    static String describe(Object value) {
        return value == null ? "null" : value.getClass().getSimpleName() + " " + value;
    }

    static final class ItemById implements Loader<String, Item> {
        @Override
        public Map<String, Item> load(Set<String> ids, Context context) {
            Map<String, Item> items = new HashMap<>();
            for (String id : ids) items.put(id, new Item(id, "item " + id));
            return items;
        }

        @Override
        public String source() {
            return "sql";
        }
    }

    static final class OwnerById implements Loader<String, Owner> {
        @Override
        public Map<String, Owner> load(Set<String> ids, Context context) {
            return ids.stream().collect(Collectors.toMap(id -> id, id -> new Owner("owner of " + id)));
        }

        @Override
        public String source() {
            return "grpc";
        }
    }
}
