package dev.perigee.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.data.AsyncLoader;
import dev.perigee.data.ClientException;
import dev.perigee.data.Context;
import dev.perigee.data.Loader;
import dev.perigee.data.PartialLoadException;
import dev.perigee.data.Wiring;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LoaderTest {
    private static final String SCHEMA = """
        type Query { items: [Item] item(id: Int): Item name(key: String): String }
        type Item { id: Int name: String strict: String! names: [String] strictNames: [String!] }
        """;

    record Item(Integer id, String key, List<String> keys) {}

    /** What {@link Names} does with its keys. */
    @FunctionalInterface
    interface Behaviour {
        Map<String, String> load(Set<String> keys) throws Exception;
    }

    /** A loader that writes its calls down. */
    static class Names implements Loader<String, String> {
        final List<Set<String>> calls = Collections.synchronizedList(new ArrayList<>());
        final Behaviour behaviour;
        int maxBatchSize = Integer.MAX_VALUE;

        Names(Behaviour behaviour) {
            this.behaviour = behaviour;
        }

        @Override
        public Map<String, String> load(Set<String> keys, Context context) throws Exception {
            calls.add(Set.copyOf(keys));
            return behaviour.load(keys);
        }

        @Override
        public int maxBatchSize() {
            return maxBatchSize;
        }
    }

    private static Map<String, String> upper(Set<String> keys) {
        return keys.stream().collect(Collectors.toMap(key -> key, String::toUpperCase));
    }

    private static void wire(Wiring.Builder wiring) {
        wiring.type(
                "Item",
                Item.class,
                item -> item.load("name", Names.class, Item::key)
                        .load("strict", Names.class, Item::key)
                        .loadEach("names", Names.class, Item::keys)
                        .loadEach("strictNames", Names.class, Item::keys));
        wiring.queryLoad("name", Names.class, arguments -> (String) arguments.get("key"));
    }

    private static TestGraph graph(Names names) {
        return TestGraph.of(SCHEMA, wiring -> {
            wire(wiring);
            wiring.loader(Names.class, context -> names);
        });
    }

    private static TestGraph items(Names names, String... keys) {
        return graph(names)
                .root(Map.of("items", Arrays.stream(keys).map(LoaderTest::item).toList()));
    }

    private static Item item(String key) {
        return new Item(1, key, key == null ? null : List.of(key, key + key));
    }

    @Test
    void is_called_once_with_distinct_keys_in_their_order() {
        List<List<String>> calls = new ArrayList<>();
        Names names = new Names(keys -> {
            calls.add(List.copyOf(keys));
            return upper(keys);
        });
        assertThat(items(names, "b", "a", "b", "c", "a").outcome("{ items { name } }"))
                .isEqualTo("{'items':[{'name':'B'},{'name':'A'},{'name':'B'},{'name':'C'},{'name':'A'}]}");
        assertThat(calls).containsExactly(List.of("b", "a", "c"));
    }

    @Test
    void is_not_called_without_keys() {
        Names names = new Names(LoaderTest::upper);
        assertThat(items(names).outcome("{ items { name } }")).isEqualTo("{'items':[]}");
        assertThat(items(names, null, null).outcome("{ items { name } }"))
                .isEqualTo("{'items':[{'name':null},{'name':null}]}");
        assertThat(graph(names).root(Map.of()).outcome("{ items { name } }")).isEqualTo("{'items':null}");
        assertThat(names.calls).isEmpty();
    }

    @Test
    void is_not_even_made_without_keys() {
        var graph = TestGraph.of(SCHEMA, wiring -> {
            wire(wiring);
            wiring.loader(Names.class, context -> {
                throw new AssertionError("made");
            });
        });
        assertThat(graph.root(Map.of("items", List.of(item(null)))).outcome("{ items { name } }"))
                .isEqualTo("{'items':[{'name':null}]}");
    }

    @Test
    void has_null_for_a_key_that_it_leaves_out() {
        Names names = new Names(keys -> Map.of("a", "A"));
        assertThat(items(names, "a", "b").outcome("{ items { name } }"))
                .isEqualTo("{'items':[{'name':'A'},{'name':null}]}");
        assertThat(items(names, "a", "b").outcome("{ items { strict } }"))
                .isEqualTo("{'items':[{'strict':'A'},null]}\nNULL_NOT_ALLOWED items.1.strict @1:11: "
                        + "Cannot return null for non-nullable field Item.strict.");
    }

    @Test
    void may_return_more_than_it_was_asked_for() {
        Names names = new Names(keys -> {
            Map<String, String> more = new HashMap<>(upper(keys));
            more.put("other", "OTHER");
            more.put(null, "NULL");
            return more;
        });
        assertThat(items(names, "a", null).outcome("{ items { name } }"))
                .isEqualTo("{'items':[{'name':'A'},{'name':null}]}");
    }

    @Test
    void may_return_a_map_of_any_kind() {
        Names sorted = new Names(keys -> new TreeMap<>(upper(keys)));
        assertThat(items(sorted, "b", null, "a").outcome("{ items { name } }"))
                .isEqualTo("{'items':[{'name':'B'},{'name':null},{'name':'A'}]}");
        Names nulls = new Names(keys -> {
            Map<String, String> map = new LinkedHashMap<>();
            keys.forEach(key -> map.put(key, null));
            return map;
        });
        assertThat(items(nulls, "a").outcome("{ items { name } }")).isEqualTo("{'items':[{'name':null}]}");
    }

    @Test
    void that_throws_puts_an_error_at_each_place_of_its_keys() {
        Names names = new Names(keys -> {
            throw new ClientException("BUSY", "Try later.");
        });
        assertThat(items(names, "a", null, "b").outcome("{ items { id name } }"))
                .isEqualTo("{'items':[{'id':1,'name':null},{'id':1,'name':null},{'id':1,'name':null}]}\n"
                        + "BUSY items.0.name @1:14: Try later.\nBUSY items.2.name @1:14: Try later.");
    }

    @Test
    void that_throws_unexpectedly_is_masked_under_one_id() {
        for (Throwable thrown : List.of(new IllegalStateException("secret"), new StackOverflowError("secret"))) {
            Names names = new Names(keys -> {
                if (thrown instanceof Error error) throw error;
                throw (Exception) thrown;
            });
            Response response = items(names, "a", "b").run("{ items { name } }");
            assertThat(response.errors()).hasSize(2).allSatisfy(error -> {
                assertThat(error.code()).isEqualTo("INTERNAL_ERROR");
                assertThat(error.message())
                        .isEqualTo("Internal error " + error.extensions().get("id") + ".");
            });
            assertThat(response.errors().stream().map(ResponseError::extensions).distinct())
                    .hasSize(1);
            assertThat(response.toString()).doesNotContain("secret");
        }
    }

    @Test
    void may_fail_for_some_keys_only() {
        Names names = new Names(keys -> {
            throw new PartialLoadException(
                    Map.of("a", "A"), Map.of("b", new ClientException("GONE", "It is gone."), "x", new Exception()));
        });
        assertThat(items(names, "a", "b", "c").outcome("{ items { name } }"))
                .isEqualTo("{'items':[{'name':'A'},{'name':null},{'name':null}]}\n"
                        + "GONE items.1.name @1:11: It is gone.");
    }

    @Test
    void that_returns_null_is_at_fault() {
        Response response = items(new Names(keys -> null), "a").run("{ items { name id } }");
        assertThat(TestGraph.data(response)).isEqualTo("{'items':[{'name':null,'id':1}]}");
        assertThat(response.errors())
                .singleElement()
                .satisfies(error -> assertThat(error.code()).isEqualTo("INTERNAL_ERROR"));
    }

    @Test
    void whose_map_fails_is_at_fault() {
        Names names = new Names(keys -> new HashMap<>(upper(keys)) {
            private static final long serialVersionUID = 1;

            @Override
            public String get(Object key) {
                throw new AssertionError("secret");
            }
        });
        Response response = items(names, "a").run("{ items { name id } }");
        assertThat(TestGraph.data(response)).isEqualTo("{'items':[{'name':null,'id':1}]}");
        assertThat(response.errors())
                .singleElement()
                .satisfies(error -> assertThat(error.code()).isEqualTo("INTERNAL_ERROR"));
    }

    @Test
    void that_cannot_be_made_fails_its_fields() {
        for (Consumer<Wiring.Builder> wire : List.<Consumer<Wiring.Builder>>of(
                wiring -> wiring.loader(Names.class, context -> {
                    throw new ClientException("NO", "Not possible.");
                }),
                wiring -> wiring.loader(Names.class, context -> {
                    throw new NoClassDefFoundError("secret");
                }),
                wiring -> wiring.loader(Names.class, context -> null))) {
            var graph = TestGraph.of(SCHEMA, wiring -> {
                wire(wiring);
                wire.accept(wiring);
            });
            Response response = graph.root(Map.of("items", List.of(item("a"), item(null))))
                    .run("{ items { id name } n: name(key: \"a\") }");
            assertThat(TestGraph.data(response))
                    .isEqualTo("{'items':[{'id':1,'name':null},{'id':1,'name':null}],'n':null}");
            assertThat(response.errors()).hasSize(2);
        }
    }

    @Test
    void a_key_that_cannot_be_read_is_an_error_of_its_object() {
        var graph = TestGraph.of(SCHEMA, wiring -> {
            wiring.type(
                    "Item",
                    Item.class,
                    item -> item.load("name", Names.class, one -> {
                        if (one.id() == 2) throw new ClientException("NO_KEY", "No key.");
                        return one.key();
                    }));
            wiring.loader(Names.class, context -> new Names(LoaderTest::upper));
        });
        var items = List.of(new Item(1, "a", null), new Item(2, "b", null), new Item(3, "c", null));
        assertThat(graph.root(Map.of("items", items)).outcome("{ items { name } }"))
                .isEqualTo("{'items':[{'name':'A'},{'name':null},{'name':'C'}]}\nNO_KEY items.1.name @1:11: No key.");
    }

    @Test
    void is_split_by_its_maximal_batch_size() {
        Names names = new Names(LoaderTest::upper);
        names.maxBatchSize = 3;
        String[] keys = IntStream.range(0, 10).mapToObj(i -> "k" + i).toArray(String[]::new);
        String expected = Arrays.stream(keys)
                .map(key -> "{'name':'" + key.toUpperCase() + "'}")
                .collect(Collectors.joining(","));
        Response response = items(names, keys).run("{ items { name } }");
        assertThat(TestGraph.data(response)).isEqualTo("{'items':[" + expected + "]}");
        assertThat(names.calls).hasSize(4).allSatisfy(call -> assertThat(call).hasSizeBetween(1, 3));
        assertThat(response.summary().calls()).isEqualTo(Map.of("java", 4));
    }

    @Test
    void fails_for_the_keys_of_one_part_only() {
        Names names = new Names(keys -> {
            if (keys.contains("c")) throw new ClientException("BAD", "No c.");
            return upper(keys);
        });
        names.maxBatchSize = 2;
        assertThat(items(names, "a", "b", "c", "d", "e").outcome("{ items { name } }"))
                .isEqualTo("{'items':[{'name':'A'},{'name':'B'},{'name':null},{'name':null},{'name':'E'}]}\n"
                        + "BAD items.2.name @1:11: No c.\nBAD items.3.name @1:11: No c.");
    }

    @Test
    void with_a_foolish_batch_size_loads_one_by_one() {
        Names names = new Names(LoaderTest::upper);
        names.maxBatchSize = -5;
        assertThat(items(names, "a", "b").outcome("{ items { name } }"))
                .isEqualTo("{'items':[{'name':'A'},{'name':'B'}]}");
        assertThat(names.calls).hasSize(2);
    }

    @Test
    void is_made_once_a_request() {
        List<Names> made = new ArrayList<>();
        var graph = TestGraph.of(SCHEMA, wiring -> {
            wire(wiring);
            wiring.loader(Names.class, context -> {
                made.add(new Names(LoaderTest::upper));
                return made.getLast();
            });
        });
        var asked = graph.root(Map.of("items", List.of(item("a"))));
        String document = "{ items { name names } n: name(key: \"b\") }";
        assertThat(asked.outcome(document)).isEqualTo("{'items':[{'name':'A','names':['A','AA']}],'n':'B'}");
        assertThat(made).hasSize(1);
        asked.run(document);
        assertThat(made).hasSize(2);
    }

    @Test
    void serves_root_fields_in_one_call() {
        Names names = new Names(LoaderTest::upper);
        assertThat(graph(names).outcome("{ a: name(key: \"x\") b: name(key: \"y\") c: name d: name(key: \"x\") }"))
                .isEqualTo("{'a':'X','b':'Y','c':null,'d':'X'}");
        assertThat(names.calls).containsExactly(Set.of("x", "y"));
    }

    @Test
    void loads_each_of_several_keys() {
        Names names = new Names(keys -> {
            Map<String, String> map = new HashMap<>(upper(keys));
            map.remove("bb");
            return map;
        });
        assertThat(items(names, "a", null, "b").outcome("{ items { names } }"))
                .isEqualTo("{'items':[{'names':['A','AA']},{'names':null},{'names':['B',null]}]}");
        assertThat(names.calls).containsExactly(Set.of("a", "aa", "b", "bb"));
    }

    @Test
    void loads_each_without_null_keys() {
        Names names = new Names(LoaderTest::upper);
        var items = List.of(
                new Item(1, null, Arrays.asList("a", null, "a")),
                new Item(2, null, List.of()),
                new Item(3, null, Arrays.asList((String) null)));
        assertThat(graph(names).root(Map.of("items", items)).outcome("{ items { names } }"))
                .isEqualTo("{'items':[{'names':['A',null,'A']},{'names':[]},{'names':[null]}]}");
        assertThat(names.calls).containsExactly(Set.of("a"));
    }

    @Test
    void loads_each_with_an_error_an_item() {
        Names names = new Names(keys -> {
            throw new PartialLoadException(Map.of("a", "A"), Map.of("aa", new ClientException("BAD", "Bad.")));
        });
        assertThat(items(names, "a").outcome("{ items { names } }"))
                .isEqualTo("{'items':[{'names':['A',null]}]}\nBAD items.0.names.1 @1:11: Bad.");
        assertThat(items(names, "a").outcome("{ items { strictNames } }"))
                .isEqualTo("{'items':[{'strictNames':null}]}\nBAD items.0.strictNames.1 @1:11: Bad.");
    }

    /** The same, without blocking. */
    static class Later implements AsyncLoader<String, String> {
        final CompletionStage<Map<String, String>> stage;

        Later(CompletionStage<Map<String, String>> stage) {
            this.stage = stage;
        }

        @Override
        public CompletionStage<Map<String, String>> start(Set<String> keys, Context context) {
            if (stage == null) throw new ClientException("NO_START", "It can't start.");
            return stage;
        }
    }

    private static String outcomeOfLater(CompletionStage<Map<String, String>> stage) {
        var graph = TestGraph.of(SCHEMA, wiring -> {
            wiring.type("Item", Item.class, item -> item.load("name", Later.class, Item::key));
            wiring.loader(new Later(stage));
        });
        return graph.root(Map.of("items", List.of(item("a"), item("b"))))
                .outcome("{ items { name } }")
                .replaceAll("[0-9a-f-]{36}", "ID");
    }

    @Test
    void may_be_asynchronous() {
        assertThat(outcomeOfLater(CompletableFuture.completedFuture(Map.of("a", "A", "b", "B"))))
                .isEqualTo("{'items':[{'name':'A'},{'name':'B'}]}");
        var later = new CompletableFuture<Map<String, String>>();
        Thread.ofVirtual().start(() -> later.complete(Map.of("a", "A", "b", "B")));
        assertThat(outcomeOfLater(later)).isEqualTo("{'items':[{'name':'A'},{'name':'B'}]}");
    }

    @Test
    void that_is_asynchronous_may_fail() {
        assertThat(outcomeOfLater(CompletableFuture.failedFuture(new ClientException("BAD", "Bad."))))
                .isEqualTo("{'items':[{'name':null},{'name':null}]}\n"
                        + "BAD items.0.name @1:11: Bad.\nBAD items.1.name @1:11: Bad.");
        assertThat(outcomeOfLater(CompletableFuture.failedFuture(
                        new PartialLoadException(Map.of("a", "A"), Map.of("b", new ClientException("BAD", "Bad."))))))
                .isEqualTo("{'items':[{'name':'A'},{'name':null}]}\nBAD items.1.name @1:11: Bad.");
        assertThat(outcomeOfLater(CompletableFuture.<Map<String, String>>supplyAsync(() -> {
                    throw new ClientException("BAD", "Bad.");
                })))
                .startsWith("{'items':[{'name':null},{'name':null}]}\nBAD items.0.name @1:11: Bad.");
        assertThat(outcomeOfLater(null)).startsWith("{'items':[{'name':null},{'name':null}]}\nNO_START items.0.name");
        assertThat(outcomeOfLater(CompletableFuture.completedFuture(null)))
                .startsWith("{'items':[{'name':null},{'name':null}]}\nINTERNAL_ERROR items.0.name");
    }

    /** A loader of objects, for loads below loads. */
    static class Items implements Loader<Integer, Item> {
        @Override
        public Map<Integer, Item> load(Set<Integer> ids, Context context) {
            return ids.stream().collect(Collectors.toMap(id -> id, id -> new Item(id, "k" + id, List.of())));
        }
    }

    @Test
    void is_called_a_second_time_only_for_what_it_has_not_loaded() {
        Names names = new Names(LoaderTest::upper);
        var graph = TestGraph.of(SCHEMA, wiring -> {
            wire(wiring);
            wiring.queryLoad("item", Items.class, arguments -> (Integer) arguments.get("id"));
            wiring.loader(Names.class, context -> names).loader(new Items());
        });
        assertThat(graph.outcome("{ n: name(key: \"k1\") a: item(id: 1) { name } b: item(id: 2) { name } }"))
                .isEqualTo("{'n':'K1','a':{'name':'K1'},'b':{'name':'K2'}}");
        assertThat(names.calls).containsExactly(Set.of("k1"), Set.of("k2"));
    }
}
