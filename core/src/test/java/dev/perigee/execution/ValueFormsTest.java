package dev.perigee.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.perigee.data.ClientException;
import dev.perigee.data.Context;
import dev.perigee.data.Loader;
import dev.perigee.data.Wiring;
import java.util.AbstractList;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.RandomAccess;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Lists of many kinds, and values that are lazy, asynchronous or optional, wherever they stand. */
class ValueFormsTest {
    private static final String SCHEMA = """
        type Query { ints: [Int] int: Int grid: [[Int]] items: [Item] item: Item strict: [Item!] loaded: Int }
        type Item { id: Int next: Item items: [Item] loaded: Int }
        """;

    /** Whether the engine must visit the objects before it writes them, as it must where something below is loaded. */
    enum Below {
        READ("id"),
        LOADED("loaded");

        final String field;

        Below(String field) {
            this.field = field;
        }
    }

    record Item(int id, Object next) {}

    static final class Tens implements Loader<Integer, Integer> {
        @Override
        public Map<Integer, Integer> load(Set<Integer> keys, Context context) {
            return keys.stream().collect(Collectors.toMap(Function.identity(), key -> key * 10));
        }
    }

    private final TestGraph graph = TestGraph.of(SCHEMA, ValueFormsTest::wire);

    private static void wire(Wiring.Builder wiring) {
        wiring.type(
                "Item",
                Item.class,
                item -> item.load("loaded", Tens.class, Item::id).field("items", Item::next));
        wiring.loader(new Tens());
    }

    private static Item item(int id) {
        return new Item(id, null);
    }

    static Stream<Arguments> lists() {
        return Stream.of(
                arguments(List.of(1, 2)),
                arguments(new LinkedList<>(List.of(1, 2))),
                arguments(new ArrayDeque<>(List.of(1, 2))),
                arguments(new LinkedHashSet<>(List.of(1, 2))),
                arguments((Object) new Integer[] {1, 2}),
                arguments(new int[] {1, 2}),
                arguments(new long[] {1, 2}),
                arguments(new double[] {1, 2}),
                arguments(new short[] {1, 2}),
                arguments(new byte[] {1, 2}),
                arguments(new float[] {1, 2}),
                arguments((Iterable<Integer>) () -> List.of(1, 2).iterator()));
    }

    @ParameterizedTest
    @MethodSource("lists")
    void lists_are_of_many_kinds(Object list) {
        assertThat(graph.root(Map.of("ints", list)).outcome("{ ints }")).isEqualTo("{'ints':[1,2]}");
        assertThat(graph.root(Map.of("grid", List.of(list, list))).outcome("{ grid }"))
                .isEqualTo("{'grid':[[1,2],[1,2]]}");
    }

    @Test
    void streams_are_lists_too() {
        assertThat(graph.root(Map.of("ints", Stream.of(1, 2))).outcome("{ ints }"))
                .isEqualTo("{'ints':[1,2]}");
        assertThat(graph.root(Map.of("ints", IntStream.range(0, 3))).outcome("{ ints }"))
                .isEqualTo("{'ints':[0,1,2]}");
        assertThat(graph.root(Map.of("items", Stream.of(item(1), item(2)))).outcome("{ items { loaded } }"))
                .isEqualTo("{'items':[{'loaded':10},{'loaded':20}]}");
    }

    @Test
    void a_list_may_be_read_only_once() {
        assertThat(graph.root(Map.of("items", List.of(item(1), item(2)).iterator()))
                        .run("{ items { id } }")
                        .errors())
                .hasSize(1); // an iterator is none
        Iterator<Item> once = List.of(item(1), item(2)).iterator();
        assertThat(graph.root(Map.of("items", (Iterable<Item>) () -> once)).outcome("{ items { loaded } }"))
                .isEqualTo("{'items':[{'loaded':10},{'loaded':20}]}");
    }

    @ParameterizedTest
    @EnumSource
    void what_is_no_list_is_an_error(Below below) {
        for (Object wrong : List.of("text", 7, item(1), Map.of())) {
            Response response = graph.root(Map.of("items", wrong)).run("{ items { " + below.field + " } }");
            assertThat(TestGraph.data(response)).isEqualTo("{'items':null}");
            assertThat(response.errors())
                    .singleElement()
                    .satisfies(error -> assertThat(error.code()).isEqualTo("INTERNAL_ERROR"));
        }
    }

    /** A list that fails at an index. */
    private static List<Item> failingAt(int index, int size, boolean randomAccess) {
        class Failing extends AbstractList<Item> {
            @Override
            public Item get(int i) {
                if (i == index) throw new ClientException("LOST", "Lost.");
                return item(i);
            }

            @Override
            public int size() {
                return size;
            }
        }
        class FailingRandom extends Failing implements RandomAccess {}
        return randomAccess ? new FailingRandom() : new Failing();
    }

    @ParameterizedTest
    @EnumSource
    void an_item_that_a_list_fails_to_give_is_an_error(Below below) {
        String good = "{'%s':%s}".formatted(below.field, "%d");
        int factor = below == Below.READ ? 1 : 10;
        assertThat(graph.root(Map.of("items", failingAt(1, 3, true), "int", 1))
                        .outcome("{ items { " + below.field + " } int }"))
                .isEqualTo("{'items':[" + good.formatted(0) + ",null," + good.formatted(2 * factor) + "],'int':1}\n"
                        + "LOST items.1 @1:3: Lost.");
    }

    @ParameterizedTest
    @EnumSource
    void a_list_that_fails_on_the_way_is_an_error(Below below) {
        for (int index : List.of(0, 2)) {
            Iterable<Item> lost = failingAt(index, 3, false)::iterator;
            for (Object list : List.of(lost, failingAt(index, 3, false).stream().filter(item -> true))) {
                assertThat(graph.root(Map.of("items", list, "int", 1)).outcome("{ items { " + below.field + " } int }"))
                        .isEqualTo("{'items':null,'int':1}\nLOST items @1:3: Lost.");
            }
        }
        Iterable<Item> broken = () -> {
            throw new StackOverflowError();
        };
        Response response = graph.root(Map.of("items", broken)).run("{ items { " + below.field + " } }");
        assertThat(TestGraph.data(response)).isEqualTo("{'items':null}");
    }

    @Test
    void a_list_that_fails_leaves_the_objects_of_others_in_order() {
        Iterable<Item> lost = failingAt(1, 3, false)::iterator;
        var items = List.of(item(1), new Item(2, lost), new Item(3, List.of(item(4))), item(5));
        Response response = graph.root(Map.of("items", items)).run("{ items { items { loaded } loaded } }");
        assertThat(TestGraph.data(response))
                .isEqualTo("{'items':[{'items':null,'loaded':10},{'items':null,'loaded':20},"
                        + "{'items':[{'loaded':40}],'loaded':30},{'items':null,'loaded':50}]}");
    }

    /** As a store may have it that others write to. */
    @Test
    void a_list_that_changes_meanwhile_does_not_mix_up_what_was_loaded() {
        List<Item> shared = new ArrayList<>(List.of(item(1), item(2)));
        var changing = TestGraph.of(SCHEMA, wiring -> {
            wiring.query("items", (arguments, context) -> shared);
            wiring.type(
                    "Item",
                    Item.class,
                    item -> item.batch("loaded", (all, arguments, context) -> {
                        shared.addFirst(item(9));
                        return all.stream().map(one -> one.id() * 10).toList();
                    }));
        });
        assertThat(changing.outcome("{ items { id loaded } }"))
                .isEqualTo("{'items':[{'id':1,'loaded':10},{'id':2,'loaded':20}]}");
        assertThat(shared).hasSize(3);
    }

    @Test
    void a_stream_is_closed_when_it_is_read() {
        List<String> closed = new ArrayList<>();
        graph.root(Map.of("ints", Stream.of(1).onClose(() -> closed.add("written"))))
                .run("{ ints }");
        graph.root(Map.of("items", Stream.of(item(1)).onClose(() -> closed.add("visited"))))
                .run("{ items { loaded } }");
        assertThat(closed).containsExactly("written", "visited");
    }

    static Stream<Arguments> wrappers() {
        return Stream.of(
                arguments((Function<Object, Object>) value -> (Supplier<Object>) () -> value),
                arguments((Function<Object, Object>) CompletableFuture::completedFuture),
                arguments((Function<Object, Object>) value -> CompletableFuture.supplyAsync(() -> value)),
                arguments((Function<Object, Object>) Optional::ofNullable),
                arguments((Function<Object, Object>) value ->
                        (Supplier<Object>) () -> CompletableFuture.completedFuture(Optional.ofNullable(value))));
    }

    @ParameterizedTest
    @MethodSource("wrappers")
    void values_may_be_lazy_wherever_they_stand(Function<Object, Object> lazy) {
        assertThat(graph.root(Map.of("int", lazy.apply(1))).outcome("{ int }")).isEqualTo("{'int':1}");
        assertThat(graph.root(Map.of("int", lazy.apply(null))).outcome("{ int }"))
                .isEqualTo("{'int':null}");
        assertThat(graph.root(Map.of("ints", Arrays.asList(1, lazy.apply(2), lazy.apply(null), 4)))
                        .outcome("{ ints }"))
                .isEqualTo("{'ints':[1,2,null,4]}");
        assertThat(graph.root(Map.of("grid", lazy.apply(List.of(lazy.apply(List.of(lazy.apply(1)))))))
                        .outcome("{ grid }"))
                .isEqualTo("{'grid':[[1]]}");
        var items = List.of(new Item(1, lazy.apply(item(2))), lazy.apply(new Item(3, lazy.apply(item(4)))));
        for (Object list : List.of(items, lazy.apply(items))) {
            assertThat(graph.root(Map.of("items", list)).outcome("{ items { id next { id } } }"))
                    .isEqualTo("{'items':[{'id':1,'next':{'id':2}},{'id':3,'next':{'id':4}}]}");
            assertThat(graph.root(Map.of("items", list))
                            .outcome("{ items { loaded next { loaded next { loaded } } } }"))
                    .isEqualTo("{'items':[{'loaded':10,'next':{'loaded':20,'next':null}},"
                            + "{'loaded':30,'next':{'loaded':40,'next':null}}]}");
        }
    }

    @ParameterizedTest
    @MethodSource("wrappers")
    void what_code_returns_may_be_lazy(Function<Object, Object> lazy) {
        var code = TestGraph.of(
                SCHEMA,
                wiring -> wiring.query("int", (arguments, context) -> lazy.apply(1))
                        .queryAsync(
                                "ints",
                                (arguments, context) -> CompletableFuture.completedFuture(List.of(lazy.apply(1))))
                        .function("Query.item", (root, arguments, context, info) -> lazy.apply(item(1)))
                        .type(
                                "Item",
                                Item.class,
                                item -> item.field("id", one -> lazy.apply(one.id()))
                                        .batch("loaded", (all, arguments, context) -> List.of(lazy.apply(7)))
                                        .call("next", (one, arguments, context) -> lazy.apply(item(2)))));
        assertThat(code.outcome("{ int ints item { id loaded next { id } } }"))
                .isEqualTo("{'int':1,'ints':[1],'item':{'id':1,'loaded':7,'next':{'id':2}}}");
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                arguments((Supplier<Object>) () -> {
                    throw new ClientException("BAD", "Bad.");
                }),
                arguments(CompletableFuture.failedFuture(new ClientException("BAD", "Bad."))),
                arguments(CompletableFuture.supplyAsync(() -> {
                    throw new ClientException("BAD", "Bad.");
                })));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void lazy_values_may_fail(Object failing) {
        assertThat(graph.root(Map.of("int", failing)).outcome("{ int }")).isEqualTo("{'int':null}\nBAD int @1:3: Bad.");
        assertThat(graph.root(Map.of("ints", List.of(1, failing))).outcome("{ ints }"))
                .isEqualTo("{'ints':[1,null]}\nBAD ints.1 @1:3: Bad.");
        for (Below below : Below.values()) {
            String field = below.field;
            String good = "{'%s':%s}".formatted(field, below == Below.READ ? 1 : 10);
            assertThat(graph.root(Map.of("items", List.of(failing, item(1)))).outcome("{ items { " + field + " } }"))
                    .isEqualTo("{'items':[null," + good + "]}\nBAD items.0 @1:3: Bad.");
            assertThat(graph.root(Map.of("strict", List.of(item(1), failing))).outcome("{ strict { " + field + " } }"))
                    .isEqualTo("{'strict':null}\nBAD strict.1 @1:3: Bad.");
            assertThat(graph.root(Map.of("items", failing)).outcome("{ items { " + field + " } }"))
                    .isEqualTo("{'items':null}\nBAD items @1:3: Bad.");
        }
    }

    @Test
    void optional_primitives_are_values_too() {
        assertThat(graph.root(Map.of("int", OptionalInt.of(3))).outcome("{ int }"))
                .isEqualTo("{'int':3}");
        assertThat(graph.root(Map.of("int", OptionalInt.empty())).outcome("{ int }"))
                .isEqualTo("{'int':null}");
    }

    @Test
    void a_failure_that_is_returned_is_no_value() {
        Response response =
                graph.root(Map.of("int", new ClientException("BAD", "Bad."))).run("{ int }");
        assertThat(TestGraph.describe(response))
                .isEqualTo("{'int':null}\nINVALID_RESULT int @1:3: Int cannot represent value: a ClientException");
    }
}
