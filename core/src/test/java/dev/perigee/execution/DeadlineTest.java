package dev.perigee.execution;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perigee.data.AsyncLoader;
import dev.perigee.data.Context;
import dev.perigee.data.Loader;
import dev.perigee.data.Wiring;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What does not come in time, or is not waited for any more. */
@Timeout(60)
class DeadlineTest {
    private static final String SCHEMA = """
        type Query { a: Int never: String items: [Item] lazy: String later: String list: [String] }
        type Mutation { never: String add: Int }
        type Item { id: Int name: String strict: String! called: String later: String }
        """;
    private static final String LATE =
            "DEADLINE_EXCEEDED %s: The time for this request was up before the value was there.";
    private static final Duration SHORT = Duration.ofMillis(100);

    record Item(int id) {}

    private final CountDownLatch interrupted = new CountDownLatch(1);

    private static void never() throws InterruptedException {
        new CountDownLatch(1).await();
    }

    /** Ignores interrupts, until the test is over. */
    private static void busy(CountDownLatch until) {
        while (until.getCount() > 0) Thread.onSpinWait();
    }

    private final class Stuck implements Loader<Integer, String> {
        @Override
        public Map<Integer, String> load(Set<Integer> keys, Context context) throws InterruptedException {
            try {
                never();
            } catch (InterruptedException e) {
                interrupted.countDown();
                throw e;
            }
            return Map.of();
        }
    }

    private static TestGraph graph(Duration timeout, Consumer<Wiring.Builder> wire) {
        return TestGraph.of(
                TestGraph.schema(SCHEMA), wire, engine -> engine.limits(EngineLimits.DEFAULT.withTimeout(timeout)));
    }

    private TestGraph stuck(String field) {
        return graph(
                        SHORT,
                        wiring -> wiring.type("Item", Item.class, item -> item.load(field, Stuck.class, Item::id))
                                .loader(Stuck.class, context -> new Stuck())
                                .query("a", (arguments, context) -> 1))
                .root(Map.of("items", List.of(new Item(1), new Item(2))));
    }

    @Test
    void what_is_not_there_becomes_errors_and_the_rest_is_there() throws InterruptedException {
        assertThat(stuck("name").outcome("{ items { id name } a }"))
                .isEqualTo("{'items':[{'id':1,'name':null},{'id':2,'name':null}],'a':1}\n"
                        + LATE.formatted("items.0.name @1:14") + "\n" + LATE.formatted("items.1.name @1:14"));
        assertThat(interrupted.await(5, SECONDS)).isTrue();
    }

    @Test
    void null_propagates_from_what_is_not_there() {
        assertThat(stuck("strict").outcome("{ items { id strict } a }"))
                .isEqualTo("{'items':[null,null],'a':1}\n" + LATE.formatted("items.0.strict @1:14") + "\n"
                        + LATE.formatted("items.1.strict @1:14"));
    }

    @Test
    void alone_at_work_it_is_interrupted_too() {
        assertThat(stuck("name").outcome("{ items { name } }"))
                .isEqualTo("{'items':[{'name':null},{'name':null}]}\n" + LATE.formatted("items.0.name @1:11") + "\n"
                        + LATE.formatted("items.1.name @1:11"));
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void a_lazy_value_is_interrupted_too() {
        Supplier<String> endless = () -> {
            try {
                never();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return "x";
        };
        var graph = graph(SHORT, wiring -> {});
        assertThat(graph.root(Map.of("lazy", endless, "a", 1)).run("{ lazy a }"))
                .satisfies(response -> {
                    assertThat(TestGraph.data(response)).isEqualTo("{'lazy':null,'a':1}");
                    assertThat(response.errors()).hasSize(1);
                });
        assertThat(graph.root(Map.of("lazy", new CompletableFuture<String>(), "a", 1))
                        .outcome("{ lazy a }"))
                .isEqualTo("{'lazy':null,'a':1}\n" + LATE.formatted("lazy @1:3"));
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void lazy_values_share_the_time() {
        List<Object> list = Collections.nCopies(50, new CompletableFuture<String>());
        Response response =
                graph(SHORT, wiring -> {}).root(Map.of("list", list)).run("{ list }");
        assertThat(response.errors())
                .hasSize(50)
                .allSatisfy(error -> assertThat(error.code()).isEqualTo("DEADLINE_EXCEEDED"));
        assertThat(response.summary().duration()).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void calls_for_many_objects_end_together() {
        AtomicInteger called = new AtomicInteger();
        var graph = graph(
                        SHORT,
                        wiring -> wiring.type(
                                "Item",
                                Item.class,
                                item -> item.call("called", (one, arguments, context) -> {
                                    called.incrementAndGet();
                                    never();
                                    return "x";
                                })))
                .root(Map.of(
                        "items", IntStream.range(0, 10_000).mapToObj(Item::new).toList()));
        Response response = graph.run("{ items { called } }");
        assertThat(response.errors()).hasSize(10_000);
        assertThat(called.get()).isLessThan(100); // and no further one was begun
        assertThat(response.summary().duration()).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void functions_for_many_objects_end_together() {
        AtomicInteger called = new AtomicInteger();
        var graph = graph(
                        SHORT,
                        wiring -> wiring.function("Item.called", (root, arguments, context, info) -> {
                            called.incrementAndGet();
                            never();
                            return "x";
                        }))
                .root(Map.of(
                        "items", IntStream.range(0, 100).mapToObj(Item::new).toList()));
        assertThat(graph.run("{ items { called } }").errors()).hasSize(100);
        assertThat(called).hasValue(1);
    }

    @Test
    void stages_are_cancelled_themselves() {
        List<CompletableFuture<String>> started = Collections.synchronizedList(new ArrayList<>());
        var graph = graph(
                        SHORT,
                        wiring -> wiring.type(
                                        "Item",
                                        Item.class,
                                        item -> item.callAsync("later", (one, arguments, context) -> {
                                            CompletableFuture<String> stage = new CompletableFuture<>();
                                            started.add(stage);
                                            return stage;
                                        }))
                                .queryAsync("later", (arguments, context) -> {
                                    CompletableFuture<String> stage = new CompletableFuture<>();
                                    started.add(stage);
                                    return stage;
                                }))
                .root(Map.of("items", List.of(new Item(1), new Item(2))));
        assertThat(graph.run("{ items { later } later }").errors()).hasSize(3);
        assertThat(started).hasSize(3).allSatisfy(stage -> assertThat(stage).isCancelled());
    }

    /** Never comes, without blocking. */
    static final class Later implements AsyncLoader<Integer, String> {
        final CompletableFuture<Map<Integer, String>> stage = new CompletableFuture<>();

        @Override
        public CompletionStage<Map<Integer, String>> start(Set<Integer> keys, Context context) {
            return stage;
        }
    }

    @Test
    void the_stage_of_a_loader_is_cancelled() {
        Later later = new Later();
        var graph = graph(
                        SHORT,
                        wiring -> wiring.type("Item", Item.class, item -> item.load("name", Later.class, Item::id))
                                .loader(Later.class, context -> later))
                .root(Map.of("items", List.of(new Item(1))));
        assertThat(graph.outcome("{ items { id name } }"))
                .isEqualTo("{'items':[{'id':1,'name':null}]}\n" + LATE.formatted("items.0.name @1:14"));
        assertThat(later.stage).isCancelled();
    }

    @Test
    void a_mutation_begins_nothing_after_the_deadline() {
        AtomicInteger added = new AtomicInteger();
        var graph = graph(
                SHORT,
                wiring -> wiring.mutation("never", (arguments, context) -> {
                            never();
                            return "x";
                        })
                        .mutation("add", (arguments, context) -> added.incrementAndGet()));
        assertThat(graph.outcome("mutation { a: add never add }"))
                .isEqualTo("{'a':1,'never':null,'add':null}\n" + LATE.formatted("never @1:19") + "\n"
                        + LATE.formatted("add @1:25"));
        assertThat(added).hasValue(1);
    }

    @Test
    void a_request_may_ask_for_less_time_than_the_engine_allows() {
        var graph = graph(
                Duration.ofMinutes(5),
                wiring -> wiring.query("never", (arguments, context) -> {
                    never();
                    return "x";
                }));
        assertThat(graph.with(request -> request.timeout(SHORT)).outcome("{ never }"))
                .isEqualTo("{'never':null}\n" + LATE.formatted("never @1:3"));
        assertThat(graph.with(request -> request.timeout(Duration.ofSeconds(Long.MIN_VALUE)))
                        .outcome("{ never }"))
                .isEqualTo("{'never':null}\n" + LATE.formatted("never @1:3"));
    }

    @Test
    void what_is_there_in_time_is_written_also_if_it_is_much() {
        var graph = graph(
                        SHORT,
                        wiring -> wiring.query("never", (arguments, context) -> {
                            never();
                            return "x";
                        }))
                .root(Map.of("items", Collections.nCopies(20_000, new Item(1))));
        Response response = graph.run("{ items { id } never }");
        assertThat(response.errors()).hasSize(1);
        assertThat(TestGraph.data(response)).startsWith("{'items':[{'id':1},").endsWith("],'never':null}");
    }

    @Test
    void an_asynchronous_request_ends_whatever_runs() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        try {
            var graph = graph(
                    SHORT,
                    wiring -> wiring.query("never", (arguments, context) -> {
                        busy(over);
                        return "x";
                    }));
            Response response =
                    graph.engine().executeAsync(graph.request("{ never }")).get(20, SECONDS);
            assertThat(TestGraph.describe(response))
                    .isEqualTo(
                            "no data\nDEADLINE_EXCEEDED: The time for this request was up before the value was there.");
        } finally {
            over.countDown();
        }
    }

    @Test
    void busy_work_beside_others_does_not_hold_them_up() {
        CountDownLatch over = new CountDownLatch(1);
        try {
            var graph = graph(
                    SHORT,
                    wiring -> wiring.query("never", (arguments, context) -> {
                                busy(over);
                                return "x";
                            })
                            .query("a", (arguments, context) -> 1));
            assertThat(graph.outcome("{ never a }")).isEqualTo("{'never':null,'a':1}\n" + LATE.formatted("never @1:3"));
        } finally {
            over.countDown();
        }
    }

    @Test
    void what_comes_too_late_changes_nothing() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        var graph = graph(
                SHORT,
                wiring -> wiring.query("never", (arguments, context) -> {
                            busy(over);
                            ended.countDown();
                            return "late";
                        })
                        .query("a", (arguments, context) -> 1));
        Response response = graph.run("{ never a }");
        over.countDown();
        assertThat(ended.await(5, SECONDS)).isTrue();
        assertThat(TestGraph.data(response)).isEqualTo("{'never':null,'a':1}");
    }

    @Test
    void cancelling_a_request_cancels_what_runs() throws Exception {
        for (String document : List.of("{ items { name } }", "{ items { name } a }")) {
            CountDownLatch running = new CountDownLatch(1);
            CountDownLatch stopped = new CountDownLatch(1);
            CountDownLatch told = new CountDownLatch(1);
            var graph = graph(
                            Duration.ofMinutes(5),
                            wiring -> wiring.type(
                                            "Item",
                                            Item.class,
                                            item -> item.batch("name", (all, arguments, context) -> {
                                                context.onCancel(told::countDown);
                                                running.countDown();
                                                try {
                                                    never();
                                                } catch (InterruptedException e) {
                                                    assertThat(context.isCancelled())
                                                            .isTrue();
                                                    stopped.countDown();
                                                }
                                                return List.of();
                                            }))
                                    .query("a", (arguments, context) -> {
                                        await(running);
                                        return 1;
                                    }))
                    .root(Map.of("items", List.of(new Item(1))));
            CompletableFuture<Response> future = graph.engine().executeAsync(graph.request(document));
            assertThat(running.await(5, SECONDS)).isTrue();
            future.cancel(true);
            assertThat(stopped.await(5, SECONDS)).isTrue();
            assertThat(told.await(5, SECONDS)).isTrue();
            assertThatThrownBy(future::get).isInstanceOf(CancellationException.class);
        }
    }

    private static void await(CountDownLatch latch) throws InterruptedException {
        assertThat(latch.await(20, SECONDS)).isTrue();
    }

    @Test
    void cancelling_at_once_begins_nothing() throws Exception {
        AtomicInteger called = new AtomicInteger();
        var graph = graph(
                Duration.ofMinutes(5),
                wiring -> wiring.query("never", (arguments, context) -> {
                    called.incrementAndGet();
                    never();
                    return "x";
                }));
        for (int i = 0; i < 100; i++) {
            CompletableFuture<Response> future = graph.engine().executeAsync(graph.request("{ never }"));
            future.cancel(true);
            assertThat(future).isCancelled();
        }
    }

    @Test
    void an_interrupt_of_the_caller_ends_the_request_and_is_kept() throws Exception {
        for (String document : List.of("{ never }", "{ never a }")) {
            CountDownLatch running = new CountDownLatch(1);
            var graph = graph(
                    Duration.ofMinutes(5),
                    wiring -> wiring.query("never", (arguments, context) -> {
                                running.countDown();
                                never();
                                return "x";
                            })
                            .query("a", (arguments, context) -> {
                                await(running);
                                return 1;
                            }));
            CompletableFuture<String> outcome = new CompletableFuture<>();
            Thread caller = Thread.ofPlatform().start(() -> {
                Response response = graph.run(document);
                outcome.complete(response.errors().getFirst().code() + " "
                        + Thread.currentThread().isInterrupted());
            });
            assertThat(running.await(5, SECONDS)).isTrue();
            caller.interrupt();
            assertThat(outcome.get(20, SECONDS)).isEqualTo("CANCELLED true");
        }
    }

    @Test
    void an_interrupt_at_the_deadline_does_not_outlive_the_request() {
        var graph = graph(
                Duration.ofMillis(30),
                wiring -> wiring.query("never", (arguments, context) -> {
                    try {
                        never();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt(); // as good code does
                    }
                    return "x";
                }));
        for (int i = 0; i < 5; i++) {
            assertThat(graph.outcome("{ never }")).isEqualTo("{'never':null}\n" + LATE.formatted("never @1:3"));
            assertThat(Thread.currentThread().isInterrupted()).isFalse();
        }
    }

    @Test
    void a_timeout_must_be_possible() {
        for (Duration wrong : List.of(
                Duration.ZERO, Duration.ofMillis(-1), Duration.ofDays(366), Duration.ofSeconds(Long.MAX_VALUE))) {
            assertThatThrownBy(() -> EngineLimits.DEFAULT.withTimeout(wrong))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("timeout: " + wrong + " (more than nothing, at most 365 days)");
        }
        var graph = graph(Duration.ofDays(365), wiring -> {});
        assertThat(graph.root(Map.of("a", 1)).outcome("{ a }")).isEqualTo("{'a':1}");
        CompletableFuture<Response> future =
                graph.engine().executeAsync(graph.root(Map.of("a", 1)).request("{ a }"));
        assertThat(TestGraph.describe(future.join())).isEqualTo("{'a':1}");
    }
}
