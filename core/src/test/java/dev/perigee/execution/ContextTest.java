package dev.perigee.execution;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perigee.data.Context;
import dev.perigee.data.Headers;
import dev.perigee.data.Wiring;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ContextTest {
    private static final String SCHEMA = "type Query { a: String b: String }";

    private final List<String> log = Collections.synchronizedList(new ArrayList<>());

    /** A value that must be closed. */
    private final class Session implements AutoCloseable {
        private final String name;

        Session(String name) {
            this.name = name;
            log.add("open " + name);
        }

        @Override
        public void close() {
            log.add("close " + name);
        }
    }

    /** A second one, made with the first. */
    private record Cursor(Session session, List<String> log) implements AutoCloseable {
        @Override
        public void close() throws Exception {
            log.add("close cursor");
            throw new Exception("can't close");
        }
    }

    private static TestGraph reading(Consumer<Wiring.Builder> wire, Function<Context, Object> read) {
        return TestGraph.of(SCHEMA, wiring -> {
            wire.accept(wiring);
            wiring.query("a", (arguments, context) -> read.apply(context))
                    .query("b", (arguments, context) -> read.apply(context));
        });
    }

    @Test
    void a_value_is_made_once_a_request_and_closed_with_it() {
        var graph = reading(
                wiring -> wiring.value(Session.class, context -> new Session("s")),
                context -> context.value(Session.class).name);
        assertThat(graph.outcome("{ a b }")).isEqualTo("{'a':'s','b':'s'}");
        assertThat(log).containsExactly("open s", "close s");
        graph.run("{ a }");
        assertThat(log).containsExactly("open s", "close s", "open s", "close s");
    }

    @Test
    void a_value_that_nobody_asks_for_is_not_made() {
        var graph = reading(wiring -> wiring.value(Session.class, context -> new Session("s")), context -> "x");
        assertThat(graph.outcome("{ a }")).isEqualTo("{'a':'x'}");
        assertThat(log).isEmpty();
    }

    @Test
    void values_are_closed_in_reverse_and_whatever_one_of_them_throws() {
        var graph = reading(
                wiring -> wiring.value(Session.class, context -> new Session("s"))
                        .value(Cursor.class, context -> new Cursor(context.value(Session.class), log)),
                context -> context.value(Cursor.class).session().name);
        assertThat(graph.outcome("{ a }")).isEqualTo("{'a':'s'}");
        assertThat(log).containsExactly("open s", "close cursor", "close s");
    }

    @Test
    void a_value_is_closed_also_after_a_failure() {
        var graph = reading(wiring -> wiring.value(Session.class, context -> new Session("s")), context -> {
            context.value(Session.class);
            throw new IllegalStateException();
        });
        assertThat(graph.run("{ a }").errors()).hasSize(1);
        assertThat(log).containsExactly("open s", "close s");
    }

    @Test
    void a_value_may_be_given_with_the_request() {
        var graph = reading(
                        wiring -> wiring.value(Session.class, context -> new Session("made")),
                        context -> context.value(Session.class).name)
                .with(request -> request.value(Session.class, new Session("given")));
        assertThat(graph.outcome("{ a }")).isEqualTo("{'a':'given'}");
        assertThat(log).containsExactly("open given"); // who gives it closes it
    }

    @Test
    void a_value_that_is_not_there_is_an_error() {
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        for (Consumer<Wiring.Builder> wire : List.<Consumer<Wiring.Builder>>of(
                wiring -> {},
                wiring -> wiring.value(Session.class, context -> null),
                wiring -> wiring.value(Session.class, context -> context.value(Session.class)))) {
            var graph = reading(wire, context -> {
                try {
                    return context.value(Session.class).name;
                } catch (IllegalStateException e) {
                    thrown.set(e);
                    return "none";
                }
            });
            assertThat(graph.outcome("{ a }")).isEqualTo("{'a':'none'}");
            assertThat(thrown.get()).hasMessageContaining(Session.class.getName());
        }
    }

    @Test
    void many_threads_get_the_same_value() {
        var graph = TestGraph.of(
                "type Query { items: [Item] } type Item { session: String }",
                wiring -> wiring.value(Session.class, context -> new Session("s"))
                        .type(
                                "Item",
                                Integer.class,
                                item -> item.call(
                                        "session", (one, arguments, context) -> context.value(Session.class).name)));
        Response response = graph.root(
                        Map.of("items", IntStream.range(0, 100).boxed().toList()))
                .run("{ items { session } }");
        assertThat(response.errors()).isEmpty();
        assertThat(log).containsExactly("open s", "close s");
    }

    @Test
    void a_value_that_is_slow_to_make_does_not_hold_up_another() {
        CountDownLatch other = new CountDownLatch(1);
        var graph = TestGraph.of(
                SCHEMA,
                wiring -> wiring.value(Session.class, context -> {
                            await(other);
                            return new Session("slow");
                        })
                        .value(StringBuilder.class, context -> new StringBuilder("quick"))
                        .query("a", (arguments, context) -> context.value(Session.class).name)
                        .query("b", (arguments, context) -> {
                            String quick = context.value(StringBuilder.class).toString();
                            other.countDown();
                            return quick;
                        }));
        assertThat(graph.outcome("{ a b }")).isEqualTo("{'a':'slow','b':'quick'}");
    }

    @Test
    void a_value_that_is_made_too_late_is_closed_at_once() throws InterruptedException {
        CountDownLatch ended = new CountDownLatch(1);
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        CountDownLatch seen = new CountDownLatch(1);
        var graph = reading(wiring -> wiring.value(Session.class, context -> new Session("late")), context -> {
            Thread.ofVirtual().start(() -> {
                await(ended);
                try {
                    context.value(Session.class);
                } catch (IllegalStateException e) {
                    thrown.set(e);
                }
                seen.countDown();
            });
            return "x";
        });
        assertThat(graph.outcome("{ a }")).isEqualTo("{'a':'x'}");
        ended.countDown();
        assertThat(seen.await(5, SECONDS)).isTrue();
        assertThat(thrown.get()).hasMessage("The request has ended");
        assertThat(log).containsExactly("open late", "close late");
    }

    @Test
    void has_the_headers_of_the_caller() {
        var graph = reading(
                        wiring -> {},
                        context -> context.headers().first("x-user") + " "
                                + context.headers().all("X-Tag") + " "
                                + context.headers().first("none"))
                .with(request ->
                        request.headers(Headers.of(Map.of("X-User", List.of("ada"), "x-tag", List.of("1", "2")))));
        assertThat(graph.outcome("{ a }")).isEqualTo("{'a':'ada [1, 2] null'}");
    }

    @Test
    void knows_the_operation_and_the_time_that_is_left() {
        var graph = reading(wiring -> {}, context -> {
            Duration left = context.remaining();
            boolean isLess = left.compareTo(Duration.ofMinutes(1)) < 0 && left.compareTo(Duration.ofSeconds(10)) > 0;
            return context.operationName() + " " + isLess + " " + context.isCancelled();
        });
        assertThat(graph.outcome("{ a }")).isEqualTo("{'a':'null true false'}");
        assertThat(graph.outcome("query Q { a }")).isEqualTo("{'a':'Q true false'}");
        AtomicReference<Duration> left = new AtomicReference<>();
        reading(wiring -> {}, context -> {
                    left.set(context.remaining());
                    return "x";
                })
                .with(request -> request.timeout(Duration.ofSeconds(3)))
                .run("{ a }");
        assertThat(left.get()).isLessThan(Duration.ofSeconds(3)).isPositive();
    }

    @Test
    void actions_on_cancellation_are_taken_back_one_by_one() throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        Runnable action = () -> log.add("cancelled"); // the same object twice
        var graph = reading(wiring -> {}, context -> {
            Context.Registration first = context.onCancel(action);
            context.onCancel(action);
            first.close();
            first.close();
            running.countDown();
            await(new CountDownLatch(1));
            return "x";
        });
        CompletableFuture<Response> future = graph.engine().executeAsync(graph.request("{ a }"));
        assertThat(running.await(5, SECONDS)).isTrue();
        future.cancel(true);
        assertThat(log).containsExactly("cancelled");
    }

    @Test
    void an_action_on_cancellation_that_fails_does_not_keep_others_from_running() throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch cancelled = new CountDownLatch(1);
        var graph = reading(wiring -> {}, context -> {
            context.onCancel(() -> {
                throw new AssertionError("no");
            });
            context.onCancel(cancelled::countDown);
            running.countDown();
            await(new CountDownLatch(1));
            return "x";
        });
        CompletableFuture<Response> future = graph.engine().executeAsync(graph.request("{ a }"));
        assertThat(running.await(5, SECONDS)).isTrue();
        future.cancel(true);
        assertThat(cancelled.await(5, SECONDS)).isTrue();
    }

    @Test
    void headers_are_found_in_any_case() {
        Headers headers = Headers.of(Map.of("Accept", List.of("a", "b")));
        assertThat(headers.first("ACCEPT")).isEqualTo("a");
        assertThat(headers.all("accept")).containsExactly("a", "b");
        assertThat(Headers.NONE.first("x")).isNull();
        assertThatThrownBy(() -> headers.all("accept").add("c")).isInstanceOf(UnsupportedOperationException.class);
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(20, SECONDS)) throw new AssertionError("waited in vain");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Test
    void values_of_different_requests_are_different() {
        var graph = reading(
                wiring -> wiring.value(Session.class, context -> new Session(context.operationName())),
                context -> context.value(Session.class).name);
        String names = IntStream.range(0, 3)
                .mapToObj(i -> graph.outcome("query Q" + i + " { a }"))
                .collect(Collectors.joining());
        assertThat(names).isEqualTo("{'a':'Q0'}{'a':'Q1'}{'a':'Q2'}");
    }
}
