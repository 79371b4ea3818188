package dev.perigee.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.data.Arguments;
import dev.perigee.data.AsyncRoot;
import dev.perigee.data.ClientException;
import dev.perigee.data.Context;
import dev.perigee.data.Root;
import dev.perigee.data.Wiring;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Roots, and the fields that call something for objects: batch, call and callAsync. */
class CallsTest {
    private static final String SCHEMA = """
        type Query { root(x: Int = 1): String strict: String! items: [Item] item: Item }
        type Item { id: Int value(add: Int = 0): Int text: String }
        """;

    record Item(int id) {}

    private static TestGraph items(Consumer<Wiring.Builder> wire, int count) {
        return TestGraph.of(SCHEMA, wire)
                .root(Map.of(
                        "items", IntStream.range(0, count).mapToObj(Item::new).toList()));
    }

    @Test
    void a_root_gets_its_arguments() {
        var graph = TestGraph.of(
                SCHEMA, wiring -> wiring.query("root", (arguments, context) -> "x" + arguments.integer("x")));
        assertThat(graph.outcome("{ root a: root(x: 2) }")).isEqualTo("{'root':'x1','a':'x2'}");
    }

    @Test
    void a_root_may_fail() {
        var graph = TestGraph.of(
                SCHEMA,
                wiring -> wiring.query("root", (arguments, context) -> {
                            throw new ClientException("NOT_FOUND", "There is none.");
                        })
                        .query("strict", (arguments, context) -> {
                            throw new ClientException("NOT_FOUND", "There is none.");
                        }));
        assertThat(graph.outcome("{ root t: __typename }"))
                .isEqualTo("{'root':null,'t':'Query'}\nNOT_FOUND root @1:3: There is none.");
        assertThat(graph.outcome("{ strict t: __typename }")).isEqualTo("null\nNOT_FOUND strict @1:3: There is none.");
    }

    @Test
    void a_root_counts_under_its_source() {
        var graph = TestGraph.of(
                SCHEMA,
                wiring -> wiring.query("root", new Root<String>() {
                            @Override
                            public String resolve(Arguments arguments, Context context) {
                                return "r";
                            }

                            @Override
                            public String source() {
                                return "sql";
                            }
                        })
                        .queryAsync("strict", new AsyncRoot<String>() {
                            @Override
                            public CompletableFuture<String> resolve(Arguments arguments, Context context) {
                                return CompletableFuture.completedFuture("s");
                            }

                            @Override
                            public String source() {
                                return "http";
                            }
                        }));
        Response response = graph.run("{ root a: root strict }");
        assertThat(TestGraph.data(response)).isEqualTo("{'root':'r','a':'r','strict':'s'}");
        assertThat(response.summary().calls()).isEqualTo(Map.of("sql", 2, "http", 1));
    }

    @Test
    void an_asynchronous_root_may_fail_in_three_ways() {
        for (AsyncRoot<String> root : List.<AsyncRoot<String>>of(
                (arguments, context) -> CompletableFuture.failedFuture(new ClientException("BAD", "Bad.")),
                (arguments, context) ->
                        CompletableFuture.failedFuture(new CompletionException(new ClientException("BAD", "Bad."))),
                (arguments, context) -> {
                    throw new ClientException("BAD", "Bad.");
                })) {
            var graph = TestGraph.of(SCHEMA, wiring -> wiring.queryAsync("root", root));
            assertThat(graph.outcome("{ root }")).isEqualTo("{'root':null}\nBAD root @1:3: Bad.");
        }
        var broken = TestGraph.of(SCHEMA, wiring -> wiring.queryAsync("root", (arguments, context) -> null));
        assertThat(broken.run("{ root }").errors())
                .singleElement()
                .satisfies(error -> assertThat(error.code()).isEqualTo("INTERNAL_ERROR"));
    }

    @Test
    void a_batch_is_called_once_for_all_objects() {
        List<Integer> sizes = new ArrayList<>();
        var graph = items(
                wiring -> wiring.type(
                        "Item",
                        Item.class,
                        item -> item.batch("value", (all, arguments, context) -> {
                            sizes.add(all.size());
                            return all.stream()
                                    .map(one -> one.id() * 10 + arguments.integer("add"))
                                    .toList();
                        })),
                4);
        Response response = graph.run("{ items { value more: value(add: 5) } }");
        assertThat(TestGraph.data(response))
                .isEqualTo(
                        "{'items':[{'value':0,'more':5},{'value':10,'more':15},{'value':20,'more':25},{'value':30,'more':35}]}");
        assertThat(sizes).containsExactly(4, 4);
        assertThat(response.summary().calls()).isEqualTo(Map.of("java", 2));
    }

    @Test
    void a_batch_may_return_nulls_but_must_return_as_many_values() {
        var nulls = items(
                wiring -> wiring.type(
                        "Item",
                        Item.class,
                        item -> item.batch("value", (all, arguments, context) -> Arrays.asList(1, null, 3))),
                3);
        assertThat(nulls.outcome("{ items { value } }"))
                .isEqualTo("{'items':[{'value':1},{'value':null},{'value':3}]}");
        for (List<Integer> wrong : Arrays.asList(List.<Integer>of(), List.of(1, 2), List.of(1, 2, 3, 4), null)) {
            var graph = items(
                    wiring -> wiring.type(
                            "Item", Item.class, item -> item.batch("value", (all, arguments, context) -> wrong)),
                    3);
            Response response = graph.run("{ items { value id } }");
            assertThat(TestGraph.data(response))
                    .isEqualTo("{'items':[{'value':null,'id':0},{'value':null,'id':1},{'value':null,'id':2}]}");
            assertThat(response.errors())
                    .hasSize(3)
                    .allSatisfy(error -> assertThat(error.code()).isEqualTo("INTERNAL_ERROR"));
            assertThat(response.errors().stream().map(ResponseError::message).distinct())
                    .hasSize(1);
        }
    }

    @Test
    void a_batch_that_throws_fails_for_all_objects() {
        var graph = items(
                wiring -> wiring.type(
                        "Item",
                        Item.class,
                        item -> item.batch("value", (all, arguments, context) -> {
                            throw new ClientException("BAD", "Bad.");
                        })),
                2);
        assertThat(graph.outcome("{ items { value } }"))
                .isEqualTo("{'items':[{'value':null},{'value':null}]}\n"
                        + "BAD items.0.value @1:11: Bad.\nBAD items.1.value @1:11: Bad.");
    }

    @Test
    void a_batch_sees_its_objects_only() {
        var graph = items(
                wiring -> wiring.type(
                        "Item",
                        Item.class,
                        item -> item.batch("value", (all, arguments, context) -> {
                            Collections.reverse(all); // must not be possible
                            return all.stream().map(Item::id).toList();
                        })),
                2);
        Response response = graph.run("{ items { id value } }");
        assertThat(TestGraph.data(response)).isEqualTo("{'items':[{'id':0,'value':null},{'id':1,'value':null}]}");
    }

    @Test
    void a_call_is_made_for_each_object() {
        var graph = items(
                wiring -> wiring.type(
                        "Item",
                        Item.class,
                        item -> item.call("text", (one, arguments, context) -> {
                            if (one.id() % 10 == 3) throw new ClientException("BAD", "Bad " + one.id() + ".");
                            return one.id() % 10 == 4 ? null : "t" + one.id();
                        })),
                100);
        Response response = graph.run("{ items { text } }");
        assertThat(response.summary().calls()).isEqualTo(Map.of("java", 100));
        assertThat(response.errors()).hasSize(10);
        List<?> items = (List<?>) ((Map<?, ?>) response.asMap().get("data")).get("items");
        for (int i = 0; i < 100; i++) {
            String expected = i % 10 == 3 || i % 10 == 4 ? null : "t" + i;
            assertThat(((Map<?, ?>) items.get(i)).get("text")).isEqualTo(expected);
        }
    }

    @Test
    void an_asynchronous_call_is_made_for_each_object() {
        var graph = items(
                wiring -> wiring.type(
                        "Item",
                        Item.class,
                        item -> item.callAsync("text", (one, arguments, context) -> switch (one.id()) {
                            case 0 -> CompletableFuture.completedFuture("zero");
                            case 1 -> CompletableFuture.completedFuture(null);
                            case 2 -> CompletableFuture.failedFuture(new ClientException("BAD", "Bad."));
                            case 3 -> throw new ClientException("BAD", "Worse.");
                            default -> CompletableFuture.supplyAsync(() -> "later");
                        })),
                5);
        assertThat(graph.outcome("{ items { text } }"))
                .isEqualTo("{'items':[{'text':'zero'},{'text':null},{'text':null},{'text':null},{'text':'later'}]}\n"
                        + "BAD items.2.text @1:11: Bad.\nBAD items.3.text @1:11: Worse.");
    }

    @Test
    void what_is_not_selected_is_never_called() {
        Consumer<Wiring.Builder> wire = wiring -> wiring.type(
                "Item",
                Item.class,
                item -> item.call("text", (one, arguments, context) -> {
                            throw new AssertionError("called");
                        })
                        .batch("value", (all, arguments, context) -> {
                            throw new AssertionError("called");
                        }));
        assertThat(items(wire, 2)
                        .variables(Map.of("no", false))
                        .outcome("query($no: Boolean!) { items { id text @include(if: $no) ... @include(if:"
                                + " $no) { value } } }"))
                .isEqualTo("{'items':[{'id':0},{'id':1}]}");
        assertThat(items(wire, 0).outcome("{ items { text value } }")).isEqualTo("{'items':[]}");
        assertThat(TestGraph.of(SCHEMA, wire).root(Map.of()).outcome("{ items { text value } item { text } }"))
                .isEqualTo("{'items':null,'item':null}");
    }
}
