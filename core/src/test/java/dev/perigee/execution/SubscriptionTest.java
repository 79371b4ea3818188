package dev.perigee.execution;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.data.ClientException;
import dev.perigee.data.Context;
import dev.perigee.data.Loader;
import dev.perigee.data.StreamRoot;
import dev.perigee.data.Wiring;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.SubmissionPublisher;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** @see <a href="https://spec.graphql.org/September2025/#sec-Subscription">Subscription</a> */
class SubscriptionTest {
    private static final String SCHEMA = """
        type Query { a: Int }
        type Mutation { m: Int }
        type Subscription { event(n: Int = 3): Event strict: Event! number: Int undeclared: Int }
        type Event { id: Int name: String other: Event fails: String! }
        """;

    record Event(int id) {}

    private final List<String> log = Collections.synchronizedList(new ArrayList<>());

    /** Names of events, a call an event. */
    final class Names implements Loader<Integer, String> {
        @Override
        public Map<Integer, String> load(Set<Integer> keys, Context context) {
            log.add("load " + keys);
            return keys.stream().collect(Collectors.toMap(Function.identity(), key -> "n" + key));
        }
    }

    /** A source that gives what it is asked for, at once, on the thread that asks. */
    private static <T> Flow.Publisher<T> of(List<T> events) {
        return subscriber -> subscriber.onSubscribe(new Flow.Subscription() {
            private int given;
            private boolean isOver;

            @Override
            public void request(long n) {
                for (long i = 0; i < n && given < events.size() && !isOver; i++) subscriber.onNext(events.get(given++));
                if (given == events.size() && !isOver) {
                    isOver = true;
                    subscriber.onComplete();
                }
            }

            @Override
            public void cancel() {
                isOver = true;
            }
        });
    }

    private TestGraph graph(StreamRoot<?> stream) {
        return graph(stream, wiring -> {});
    }

    private TestGraph graph(StreamRoot<?> stream, Consumer<Wiring.Builder> more) {
        return TestGraph.of(SCHEMA, wiring -> {
            wiring.subscription("event", stream).subscription("strict", stream);
            wiring.type(
                    "Event",
                    Event.class,
                    event -> event.load("name", Names.class, Event::id)
                            .field("other", one -> new Event(one.id() + 100))
                            .field("fails", one -> {
                                if (one.id() == 2) throw new ClientException("BAD", "Bad.");
                                return "good";
                            }));
            wiring.loader(Names.class, context -> new Names());
            more.accept(wiring);
        });
    }

    private static StreamRoot<Event> events(int count) {
        return (arguments, context) ->
                of(IntStream.rangeClosed(1, count).mapToObj(Event::new).toList());
    }

    /** Asks for responses and keeps them. */
    private static class Listener implements Flow.Subscriber<Response> {
        final BlockingQueue<Object> signals = new LinkedBlockingQueue<>();
        final CountDownLatch subscribed = new CountDownLatch(1);
        Flow.Subscription subscription;

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            this.subscription = subscription;
            subscribed.countDown();
        }

        @Override
        public void onNext(Response response) {
            signals.add(TestGraph.describe(response));
        }

        @Override
        public void onError(Throwable e) {
            signals.add(e);
        }

        @Override
        public void onComplete() {
            signals.add("complete");
        }

        Object next() throws InterruptedException {
            Object signal = signals.poll(20, SECONDS);
            assertThat(signal).as("a signal").isNotNull();
            return signal;
        }

        Object ask() throws InterruptedException {
            subscription.request(1);
            return next();
        }
    }

    private static Listener listen(TestGraph graph, String document) throws InterruptedException {
        Listener listener = new Listener();
        graph.engine().subscribe(graph.request(document)).subscribe(listener);
        assertThat(listener.subscribed.await(20, SECONDS)).isTrue();
        return listener;
    }

    private static List<Object> all(TestGraph graph, String document) throws InterruptedException {
        Listener listener = listen(graph, document);
        listener.subscription.request(Long.MAX_VALUE);
        List<Object> all = new ArrayList<>();
        do {
            all.add(listener.next());
        } while (!(all.getLast().equals("complete") || all.getLast() instanceof Throwable));
        return all;
    }

    @Test
    void gives_a_response_for_each_event() throws InterruptedException {
        assertThat(all(graph(events(3)), "subscription { e: event { id other { id } } }"))
                .containsExactly(
                        "{'e':{'id':1,'other':{'id':101}}}",
                        "{'e':{'id':2,'other':{'id':102}}}",
                        "{'e':{'id':3,'other':{'id':103}}}",
                        "complete");
    }

    /** The response to an event may be there before the source's own {@code request} has returned. */
    @Test
    void asks_the_source_by_one_thread_after_the_other() throws InterruptedException {
        CountDownLatch askedAgain = new CountDownLatch(1);
        AtomicBoolean overlaps = new AtomicBoolean();
        Flow.Publisher<Event> source = subscriber -> subscriber.onSubscribe(new Flow.Subscription() {
            private int given;

            @Override
            public void request(long n) {
                if (++given == 2) askedAgain.countDown();
                subscriber.onNext(new Event(given));
                if (given == 1) overlaps.set(awaits(askedAgain));
                if (given == 2) subscriber.onComplete();
            }

            @Override
            public void cancel() {}
        });
        assertThat(all(graph((arguments, context) -> source), "subscription { event { id } }"))
                .containsExactly("{'event':{'id':1}}", "{'event':{'id':2}}", "complete");
        assertThat(overlaps).isFalse();
    }

    private static boolean awaits(CountDownLatch latch) {
        try {
            return latch.await(200, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void loads_for_each_event_anew_and_in_batches() throws InterruptedException {
        assertThat(all(graph(events(2)), "subscription { event { name again: name other { name } } }"))
                .containsExactly(
                        "{'event':{'name':'n1','again':'n1','other':{'name':'n101'}}}",
                        "{'event':{'name':'n2','again':'n2','other':{'name':'n102'}}}",
                        "complete");
        assertThat(log).containsExactly("load [1, 101]", "load [2, 102]");
    }

    @Test
    void has_the_errors_of_an_event_in_its_response() throws InterruptedException {
        assertThat(all(graph(events(3)), "subscription { event { id fails } }"))
                .containsExactly(
                        "{'event':{'id':1,'fails':'good'}}",
                        "{'event':null}\nBAD event.fails @1:27: Bad.",
                        "{'event':{'id':3,'fails':'good'}}",
                        "complete");
        assertThat(all(graph(events(2)), "subscription { strict { fails } }"))
                .containsExactly("{'strict':{'fails':'good'}}", "null\nBAD strict.fails @1:25: Bad.", "complete");
    }

    @Test
    void gives_arguments_to_the_source() throws InterruptedException {
        var graph = graph((arguments, context) -> of(
                IntStream.range(0, arguments.integer("n")).mapToObj(Event::new).toList()));
        assertThat(all(graph, "subscription { event(n: 1) { id } }")).containsExactly("{'event':{'id':0}}", "complete");
        assertThat(all(graph.variables(Map.of("n", 2)), "subscription($n: Int) { event(n: $n) { id } }"))
                .containsExactly("{'event':{'id':0}}", "{'event':{'id':1}}", "complete");
        assertThat(all(graph, "subscription { event { id } }")).hasSize(4);
        assertThat(all(graph.variables(Map.of("n", 0)), "subscription($n: Int) { event(n: $n) { id } }"))
                .containsExactly("complete");
    }

    @Test
    void may_come_from_a_function() throws InterruptedException {
        var graph = TestGraph.of(
                SCHEMA,
                wiring ->
                        wiring.function("Subscription.number", (root, arguments, context, info) -> of(List.of(7, 8))));
        assertThat(all(graph, "subscription { n: number }")).containsExactly("{'n':7}", "{'n':8}", "complete");
    }

    @Test
    void that_cannot_begin_is_a_request_error() throws InterruptedException {
        for (StreamRoot<Event> broken : List.<StreamRoot<Event>>of(
                (arguments, context) -> {
                    throw new ClientException("CLOSED", "Closed.");
                },
                (arguments, context) -> subscriber -> {
                    throw new ClientException("CLOSED", "Closed.");
                })) {
            assertThat(all(graph(broken), "subscription { event { id } }"))
                    .containsExactly("no data\nCLOSED event @1:16: Closed.", "complete");
        }
        for (StreamRoot<Event> broken :
                List.<StreamRoot<Event>>of((arguments, context) -> null, (arguments, context) -> {
                    throw new AssertionError("secret");
                })) {
            assertThat(all(graph(broken), "subscription { event { id } }").getFirst())
                    .asString()
                    .startsWith("no data\nINTERNAL_ERROR event @1:16: Internal error ");
        }
        assertThat(all(graph(events(1)), "subscription { undeclared }").getFirst())
                .asString()
                .startsWith("no data\nINTERNAL_ERROR undeclared @1:16: Internal error ");
    }

    @Test
    void that_is_wrong_is_a_request_error() throws InterruptedException {
        var graph = graph(events(1));
        assertThat(all(graph, "subscription {").getFirst()).asString().startsWith("no data\nSYNTAX_ERROR");
        assertThat(all(graph, "subscription { nope }").getFirst()).asString().startsWith("no data\nVALIDATION_FAILED");
        assertThat(all(graph, "subscription($n: Int!) { event(n: $n) { id } }").getFirst())
                .asString()
                .startsWith("no data\nBAD_USER_INPUT");
    }

    @Test
    void source_errors_are_formatted() throws InterruptedException {
        List<Throwable> causes = new ArrayList<>();
        StreamRoot<Event> broken = (arguments, context) -> {
            throw new IllegalArgumentException("secret");
        };
        var graph = TestGraph.of(
                TestGraph.schema(SCHEMA),
                wiring -> wiring.subscription("event", broken),
                engine -> engine.errorFormatter((occurred, cause) -> {
                    causes.add(cause);
                    return occurred;
                }));
        all(graph, "subscription { event { id } }");
        assertThat(causes).singleElement().isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void of_a_query_or_mutation_is_its_one_response() throws InterruptedException {
        assertThat(all(graph(events(1)).root(Map.of("a", 1)), "{ a }")).containsExactly("{'a':1}", "complete");
        assertThat(all(graph(events(1)).root(Map.of("m", 2)), "mutation { m }")).containsExactly("{'m':2}", "complete");
    }

    @Test
    void cannot_be_executed() {
        assertThat(graph(events(1)).outcome("subscription { event { id } }"))
                .isEqualTo("no data\nOPERATION_NOT_ALLOWED: A subscription must be subscribed to.");
    }

    @Test
    void asks_for_an_event_only_when_a_response_is_wanted() throws InterruptedException {
        AtomicInteger asked = new AtomicInteger();
        var source = of(IntStream.rangeClosed(1, 5).mapToObj(Event::new).toList());
        Listener listener = listen(
                graph((arguments, context) -> subscriber -> source.subscribe(counting(subscriber, asked))),
                "subscription { event { id } }");
        assertThat(asked).hasValue(0);
        assertThat(listener.ask()).isEqualTo("{'event':{'id':1}}");
        assertThat(listener.ask()).isEqualTo("{'event':{'id':2}}");
        assertThat(asked).hasValue(2);
        listener.subscription.request(2);
        assertThat(listener.next()).isEqualTo("{'event':{'id':3}}");
        assertThat(listener.next()).isEqualTo("{'event':{'id':4}}");
        assertThat(asked).hasValue(4);
        assertThat(listener.signals).isEmpty();
    }

    private static <T> Flow.Subscriber<T> counting(Flow.Subscriber<T> subscriber, AtomicInteger asked) {
        return new Flow.Subscriber<>() {
            @Override
            public void onSubscribe(Flow.Subscription subscription) {
                subscriber.onSubscribe(new Flow.Subscription() {
                    @Override
                    public void request(long n) {
                        asked.addAndGet((int) n);
                        subscription.request(n);
                    }

                    @Override
                    public void cancel() {
                        subscription.cancel();
                    }
                });
            }

            @Override
            public void onNext(T event) {
                subscriber.onNext(event);
            }

            @Override
            public void onError(Throwable e) {
                subscriber.onError(e);
            }

            @Override
            public void onComplete() {
                subscriber.onComplete();
            }
        };
    }

    @Test
    void keeps_the_order_of_events_however_fast_they_come() throws InterruptedException {
        try (SubmissionPublisher<Event> publisher = new SubmissionPublisher<>()) {
            Listener listener = listen(graph((arguments, context) -> publisher), "subscription { event { name } }");
            listener.subscription.request(Long.MAX_VALUE);
            for (int i = 0; i < 1000; i++) publisher.submit(new Event(i));
            for (int i = 0; i < 1000; i++) assertThat(listener.next()).isEqualTo("{'event':{'name':'n" + i + "'}}");
            publisher.close();
            assertThat(listener.next()).isEqualTo("complete");
        }
    }

    @Test
    void hands_on_what_the_source_fails_with_after_the_last_response() throws InterruptedException {
        Flow.Publisher<Event> failing = subscriber -> subscriber.onSubscribe(new Flow.Subscription() {
            @Override
            public void request(long n) {
                subscriber.onNext(new Event(1));
                subscriber.onError(new IllegalStateException("gone"));
            }

            @Override
            public void cancel() {}
        });
        Listener listener = listen(graph((arguments, context) -> failing), "subscription { event { name } }");
        assertThat(listener.ask()).isEqualTo("{'event':{'name':'n1'}}");
        assertThat(listener.next()).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void cancels_the_source_with_the_subscriber() throws InterruptedException {
        CountDownLatch cancelled = new CountDownLatch(1);
        CountDownLatch told = new CountDownLatch(1);
        StreamRoot<Event> stream = (arguments, context) -> {
            context.onCancel(told::countDown);
            return subscriber -> subscriber.onSubscribe(new Flow.Subscription() {
                @Override
                public void request(long n) {}

                @Override
                public void cancel() {
                    cancelled.countDown();
                }
            });
        };
        Listener listener = listen(graph(stream), "subscription { event { id } }");
        listener.subscription.request(1);
        listener.subscription.cancel();
        assertThat(cancelled.await(5, SECONDS)).isTrue();
        assertThat(told.await(5, SECONDS)).isTrue();
        assertThat(listener.signals).isEmpty();
    }

    @Test
    void cancels_what_runs_for_the_last_event() throws InterruptedException {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        var graph = TestGraph.of(
                SCHEMA,
                wiring -> wiring.subscription("event", events(3))
                        .type(
                                "Event",
                                Event.class,
                                event -> event.call("name", (one, arguments, context) -> {
                                    running.countDown();
                                    try {
                                        new CountDownLatch(1).await();
                                    } catch (InterruptedException e) {
                                        interrupted.countDown();
                                        throw e;
                                    }
                                    return "never";
                                })));
        Listener listener = listen(graph, "subscription { event { name } }");
        listener.subscription.request(3);
        assertThat(running.await(5, SECONDS)).isTrue();
        listener.subscription.cancel();
        assertThat(interrupted.await(5, SECONDS)).isTrue();
        assertThat(listener.signals).isEmpty();
    }

    @Test
    void closes_the_values_of_the_stream_when_it_ends() throws InterruptedException {
        StreamRoot<Event> stream = (arguments, context) -> {
            context.value(AutoCloseable.class);
            return of(List.of(new Event(1), new Event(2)));
        };
        var graph = graph(
                stream,
                wiring -> wiring.value(AutoCloseable.class, context -> {
                    log.add("open");
                    return () -> log.add("close");
                }));
        Listener listener = listen(graph, "subscription { event { id } }");
        assertThat(listener.ask()).isEqualTo("{'event':{'id':1}}");
        assertThat(log).containsExactly("open");
        listener.subscription.request(5);
        assertThat(listener.next()).isEqualTo("{'event':{'id':2}}");
        assertThat(listener.next()).isEqualTo("complete");
        waitUntil(() -> log.equals(List.of("open", "close")));
        Listener leaving = listen(graph, "subscription { event { id } }");
        leaving.subscription.cancel();
        waitUntil(() -> log.equals(List.of("open", "close", "open", "close")));
    }

    private static void waitUntil(java.util.function.BooleanSupplier isReached) throws InterruptedException {
        long deadline = System.nanoTime() + SECONDS.toNanos(10);
        while (!isReached.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.sleep(1);
        }
    }

    @Test
    void refuses_to_be_asked_for_nothing() throws InterruptedException {
        for (String document : List.of("subscription { event { id } }", "{ a }")) {
            Listener listener = listen(graph(events(2)), document);
            listener.subscription.request(0);
            assertThat(listener.next()).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void gives_each_subscriber_a_source_of_its_own() throws InterruptedException {
        AtomicInteger opened = new AtomicInteger();
        var graph = graph((arguments, context) -> of(List.of(new Event(opened.incrementAndGet()))));
        Flow.Publisher<Response> responses = graph.engine().subscribe(graph.request("subscription { event { id } }"));
        for (int i = 1; i <= 2; i++) {
            Listener listener = new Listener();
            responses.subscribe(listener);
            assertThat(listener.ask()).isEqualTo("{'event':{'id':" + i + "}}");
        }
    }
}
