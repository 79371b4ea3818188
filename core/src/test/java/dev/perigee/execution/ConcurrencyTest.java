package dev.perigee.execution;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.data.Context;
import dev.perigee.data.Loader;
import dev.perigee.data.Wiring;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** When batches start: as soon as what feeds them is complete, and at the same time as others. Who waits here meets others. */
@Timeout(60)
class ConcurrencyTest {
    private static final String SCHEMA = """
        type Query { quick: Item slow: Item items: [Item] deep: Item }
        type Item { id: Int one: String two: String next: Item called: String later: String }
        """;

    record Item(int id) {}

    /** What a loader does before it gives its values. */
    interface Meeting {
        void await() throws Exception;
    }

    private static class Texts implements Loader<Integer, String> {
        private final Meeting meeting;
        private final List<Set<Integer>> calls = Collections.synchronizedList(new ArrayList<>());

        Texts(Meeting meeting) {
            this.meeting = meeting;
        }

        @Override
        public Map<Integer, String> load(Set<Integer> keys, Context context) throws Exception {
            calls.add(keys);
            meeting.await();
            return keys.stream().collect(Collectors.toMap(Function.identity(), key -> "t" + key));
        }
    }

    private static final class One extends Texts {
        One(Meeting meeting) {
            super(meeting);
        }
    }

    private static final class Two extends Texts {
        Two(Meeting meeting) {
            super(meeting);
        }
    }

    private static void wireItem(Wiring.Builder wiring, Meeting one, Meeting two) {
        wiring.type(
                "Item",
                Item.class,
                item -> item.load("one", One.class, Item::id).load("two", Two.class, Item::id));
        wiring.loader(One.class, context -> new One(one)).loader(Two.class, context -> new Two(two));
    }

    private static void await(CountDownLatch latch) throws InterruptedException {
        assertThat(latch.await(20, SECONDS)).isTrue();
    }

    @Test
    void independent_batches_run_at_the_same_time() {
        CyclicBarrier both = new CyclicBarrier(2);
        var graph = TestGraph.of(
                        SCHEMA,
                        wiring -> wireItem(wiring, () -> both.await(20, SECONDS), () -> both.await(20, SECONDS)))
                .root(Map.of("items", List.of(new Item(1), new Item(2))));
        assertThat(graph.outcome("{ items { one two } }"))
                .isEqualTo("{'items':[{'one':'t1','two':'t1'},{'one':'t2','two':'t2'}]}");
    }

    @Test
    void root_fields_run_at_the_same_time() {
        CyclicBarrier all = new CyclicBarrier(3);
        var graph = TestGraph.of(
                SCHEMA,
                wiring -> wiring.query("quick", (arguments, context) -> {
                            all.await(20, SECONDS);
                            return new Item(1);
                        })
                        .query("slow", (arguments, context) -> {
                            all.await(20, SECONDS);
                            return new Item(2);
                        })
                        .function("Query.deep", (root, arguments, context, info) -> {
                            all.await(20, SECONDS);
                            return new Item(3);
                        }));
        assertThat(graph.outcome("{ quick { id } slow { id } deep { id } }"))
                .isEqualTo("{'quick':{'id':1},'slow':{'id':2},'deep':{'id':3}}");
    }

    @Test
    void a_slow_branch_does_not_hold_up_another() {
        CountDownLatch loaded = new CountDownLatch(1);
        var graph = TestGraph.of(SCHEMA, wiring -> {
            wireItem(wiring, loaded::countDown, () -> {});
            wiring.query("quick", (arguments, context) -> new Item(1));
            wiring.query("slow", (arguments, context) -> {
                await(loaded); // which the quick branch must do meanwhile
                return new Item(2);
            });
        });
        assertThat(graph.outcome("{ slow { two } quick { one } }"))
                .isEqualTo("{'slow':{'two':'t2'},'quick':{'one':'t1'}}");
    }

    @Test
    void a_slow_loader_does_not_hold_up_what_is_below_another() {
        CountDownLatch below = new CountDownLatch(1);
        var graph = TestGraph.of(SCHEMA, wiring -> {
            wiring.type(
                    "Item",
                    Item.class,
                    item -> item.load("one", One.class, Item::id)
                            .batch(
                                    "next",
                                    (all, arguments, context) -> all.stream()
                                            .map(one -> new Item(one.id() + 1))
                                            .toList())
                            .call("called", (one, arguments, context) -> {
                                below.countDown();
                                return "called";
                            }));
            wiring.loader(One.class, context -> new One(() -> await(below)));
        });
        assertThat(graph.root(Map.of("deep", new Item(1))).outcome("{ deep { one next { next { called } } } }"))
                .isEqualTo("{'deep':{'one':'t1','next':{'next':{'called':'called'}}}}");
    }

    /** Places of one loader wait for each other, so that they make one call. */
    @Test
    void a_batch_waits_for_all_that_feed_it() {
        Texts[] made = new Texts[1];
        var graph = TestGraph.of(SCHEMA, wiring -> {
            wiring.type("Item", Item.class, item -> item.load("one", One.class, Item::id));
            wiring.loader(One.class, context -> {
                One one = new One(() -> {});
                made[0] = one;
                return one;
            });
            wiring.query("quick", (arguments, context) -> new Item(1));
            wiring.query("slow", (arguments, context) -> {
                for (int i = 0; i < 100; i++) Thread.yield();
                return new Item(2);
            });
            wiring.queryAsync(
                    "items", (arguments, context) -> CompletableFuture.supplyAsync(() -> List.of(new Item(3))));
        });
        assertThat(graph.outcome("{ quick { one } slow { one } items { one } }"))
                .isEqualTo("{'quick':{'one':'t1'},'slow':{'one':'t2'},'items':[{'one':'t3'}]}");
        assertThat(made[0].calls).containsExactly(Set.of(1, 2, 3));
    }

    @Test
    void the_parts_of_a_batch_run_at_the_same_time() {
        CyclicBarrier parts = new CyclicBarrier(4);
        class Parted extends Texts {
            Parted() {
                super(() -> parts.await(20, SECONDS));
            }

            @Override
            public int maxBatchSize() {
                return 2;
            }
        }
        var graph = TestGraph.of(
                SCHEMA,
                wiring -> wiring.type("Item", Item.class, item -> item.load("one", Parted.class, Item::id))
                        .loader(Parted.class, context -> new Parted()));
        Response response = graph.root(Map.of(
                        "items", IntStream.range(0, 8).mapToObj(Item::new).toList()))
                .run("{ items { one } }");
        assertThat(response.errors()).isEmpty();
    }

    @Test
    void calls_for_many_objects_run_at_the_same_time() {
        CyclicBarrier some = new CyclicBarrier(8);
        var graph = TestGraph.of(
                SCHEMA,
                wiring -> wiring.type(
                        "Item",
                        Item.class,
                        item -> item.call("called", (one, arguments, context) -> {
                            some.await(20, SECONDS);
                            return "c" + one.id();
                        })));
        Response response = graph.root(Map.of(
                        "items", IntStream.range(0, 64).mapToObj(Item::new).toList()))
                .run("{ items { called } }");
        assertThat(response.errors()).isEmpty();
    }

    @Test
    void asynchronous_calls_are_all_begun_before_any_is_waited_for() {
        List<CompletableFuture<String>> begun = Collections.synchronizedList(new ArrayList<>());
        var graph = TestGraph.of(
                SCHEMA,
                wiring -> wiring.type(
                        "Item",
                        Item.class,
                        item -> item.callAsync("later", (one, arguments, context) -> {
                            CompletableFuture<String> future = new CompletableFuture<>();
                            begun.add(future);
                            if (begun.size() == 3) begun.forEach(each -> each.complete("l"));
                            return future;
                        })));
        assertThat(graph.root(Map.of("items", List.of(new Item(1), new Item(2), new Item(3))))
                        .outcome("{ items { later } }"))
                .isEqualTo("{'items':[{'later':'l'},{'later':'l'},{'later':'l'}]}");
    }

    @Test
    void one_engine_serves_many_threads() throws Exception {
        var graph = TestGraph.of(SCHEMA, wiring -> wireItem(wiring, () -> {}, Thread::yield));
        List<CompletableFuture<Response>> running = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            int n = i;
            List<Item> items = IntStream.range(n, n + 10).mapToObj(Item::new).toList();
            expected.add(IntStream.range(n, n + 10)
                    .mapToObj(id -> "{'id':%1$d,'one':'t%1$d','two':'t%1$d'}".formatted(id))
                    .collect(Collectors.joining(",", "{'items':[", "]}")));
            running.add(graph.engine()
                    .executeAsync(graph.root(Map.of("items", items)).request("{ items { id one two } }")));
        }
        for (int i = 0; i < running.size(); i++) {
            assertThat(TestGraph.describe(running.get(i).get(20, SECONDS))).isEqualTo(expected.get(i));
        }
    }
}
