package dev.perigee.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.data.Binding;
import dev.perigee.data.ClientException;
import dev.perigee.data.Context;
import dev.perigee.data.LoadSource;
import dev.perigee.data.Loader;
import dev.perigee.data.PlannedLoad;
import dev.perigee.data.PlannedLoad.Feed;
import dev.perigee.data.SelectedField;
import dev.perigee.data.SourceRun;
import dev.perigee.data.Wiring;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A source that loads fields in batches of its own: what it is asked for together, and what becomes of what it gives. */
class LoadSourceTest {
    private static final String SCHEMA = """
        type Query { items: [Item] item: Item one(n: Int): Node none: [Item] }
        type Mutation { first: Node second: Node }
        type Item { id: Int node: Node strict: Node! }
        type Node { id: Int next(n: Int): Node list: [Node!] name: String label: String }
        """;

    private final List<String> log = Collections.synchronizedList(new ArrayList<>());

    record Item(int id) {}

    record Node(int id) {}

    /** What a load does with what it is fed. */
    private interface Work {
        int load(List<? extends Feed> feeds, SourceRun run) throws Exception;
    }

    /** Loads nodes: those of an object with an id have ten times that, those of none the argument. */
    private final class Nodes implements LoadSource {
        private final Function<SelectedField, Object> mergeKey;
        private final Work work;

        Nodes(Function<SelectedField, Object> mergeKey, Work work) {
            this.mergeKey = mergeKey;
            this.work = work;
        }

        @Override
        public Object mergeKey(SelectedField field) {
            return mergeKey.apply(field);
        }

        @Override
        public PlannedLoad plan(List<? extends SelectedField> fields) {
            log.add("plan " + fields.stream().map(SelectedField::responseName).toList());
            return new PlannedLoad() {
                @Override
                public int load(List<? extends Feed> feeds, SourceRun run) throws Exception {
                    log.add("load "
                            + feeds.stream().map(LoadSourceTest::describe).toList());
                    return work.load(feeds, run);
                }

                @Override
                public String source() {
                    return "nodes";
                }

                @Override
                public String describe() {
                    return "first line\nsecond line of " + fields.size();
                }
            };
        }
    }

    private static String describe(Feed feed) {
        return feed.field().responseName() + " of " + feed.parents().length;
    }

    private static int loadAll(List<? extends Feed> feeds, SourceRun run) {
        for (Feed feed : feeds) feed.complete(nodes(feed, run));
        return 1;
    }

    private static Object[] nodes(Feed feed, SourceRun run) {
        return Arrays.stream(feed.parents())
                .map(parent -> value(parent, feed, run))
                .toArray();
    }

    private static Object value(Object parent, Feed feed, SourceRun run) {
        int id = switch (parent) {
            case Item item -> item.id * 10;
            case Node node -> node.id * 10;
            case null, default -> run.arguments(feed.field()).get("n") instanceof Integer n ? n : 1;
        };
        return feed.field().definition().name().equals("list") ? List.of(new Node(id), new Node(id + 1)) : new Node(id);
    }

    private void wireNodes(Wiring.Builder wiring, LoadSource source) {
        for (String at : List.of("Query.one", "Mutation.first", "Mutation.second", "Item.node", "Item.strict")) {
            String[] names = at.split("\\.");
            wiring.sourced(names[0], names[1], new Binding.LoadFrom(source));
        }
        wiring.sourced("Node", "next", new Binding.LoadFrom(source));
        wiring.sourced("Node", "list", new Binding.LoadFrom(source));
    }

    private TestGraph graph(Function<SelectedField, Object> mergeKey, Work work, Consumer<Wiring.Builder> more) {
        TestGraph graph = TestGraph.of(SCHEMA, wiring -> {
            wireNodes(wiring, new Nodes(mergeKey, work));
            more.accept(wiring);
        });
        return graph.root(Map.of(
                "items", List.of(new Item(1), new Item(2), new Item(3)), "item", new Item(4), "none", List.of()));
    }

    private TestGraph graph(Work work) {
        return graph(field -> "all", work, wiring -> {});
    }

    private List<String> loads() {
        return log.stream().filter(line -> line.startsWith("load")).toList();
    }

    @Test
    void loads_fields_of_one_merge_key_together_wherever_they_stand() {
        Response response = graph(LoadSourceTest::loadAll)
                .run("{ a: one(n: 5) { id } b: one { id } items { id node { id } } item { strict { id } } }");
        assertThat(TestGraph.data(response))
                .isEqualTo("{'a':{'id':5},'b':{'id':1},'items':[{'id':1,'node':{'id':10}},{'id':2,'node':{'id':20}},"
                        + "{'id':3,'node':{'id':30}}],'item':{'strict':{'id':40}}}");
        assertThat(log).containsExactly("plan [a, b, node, strict]", "load [a of 1, b of 1, node of 3, strict of 1]");
        assertThat(response.summary().calls()).isEqualTo(Map.of("nodes", 1));
    }

    @Test
    void keeps_fields_of_other_merge_keys_apart() {
        graph(field -> field.definition().name() + field.argumentText(), LoadSourceTest::loadAll, wiring -> {})
                .run("{ a: one(n: 5) { id } b: one(n: 6) { id } c: one(n: 5) { id } item { node { id } } }");
        assertThat(loads()).containsExactlyInAnyOrder("load [a of 1, c of 1]", "load [b of 1]", "load [node of 1]");
    }

    @Test
    void loads_by_stages_what_waits_for_what_it_has_loaded() {
        var graph = graph(LoadSourceTest::loadAll);
        assertThat(graph.outcome("{ one { next { next { id } } } items { node { next { id } } } }"))
                .isEqualTo("{'one':{'next':{'next':{'id':100}}},'items':[{'node':{'next':{'id':100}}},"
                        + "{'node':{'next':{'id':200}}},{'node':{'next':{'id':300}}}]}");
        assertThat(loads())
                .containsExactly("load [one of 1, node of 3]", "load [next of 1, next of 3]", "load [next of 1]");
    }

    @Test
    void takes_lists_apart_for_what_is_below() {
        var graph = graph(LoadSourceTest::loadAll);
        assertThat(graph.outcome("{ one { list { next { id } list { id } } } }"))
                .isEqualTo("{'one':{'list':[{'next':{'id':100},'list':[{'id':100},{'id':101}]},"
                        + "{'next':{'id':110},'list':[{'id':110},{'id':111}]}]}}");
        assertThat(loads()).containsExactly("load [one of 1]", "load [list of 1]", "load [next of 2, list of 2]");
    }

    @Test
    void is_fed_only_what_is_part_of_the_response() {
        var graph = graph(LoadSourceTest::loadAll);
        String document =
                "query ($x: Boolean!) { a: one @include(if: $x) { id } b: one { id next @skip(if: $x) { id } } }";
        assertThat(graph.variables(Map.of("x", false)).outcome(document)).isEqualTo("{'b':{'id':1,'next':{'id':10}}}");
        assertThat(graph.variables(Map.of("x", true)).outcome(document)).isEqualTo("{'a':{'id':1},'b':{'id':1}}");
        assertThat(loads()).containsExactly("load [b of 1]", "load [next of 1]", "load [a of 1, b of 1]");
    }

    @Test
    void is_not_asked_for_the_fields_of_no_objects() {
        var graph = graph(LoadSourceTest::loadAll);
        Response response = graph.run("{ none { node { next { id } } } }");
        assertThat(TestGraph.data(response)).isEqualTo("{'none':[]}");
        assertThat(response.summary().calls()).isEmpty();
        assertThat(graph.outcome("{ none { node { next { id } } } item { node { id } } }"))
                .isEqualTo("{'none':[],'item':{'node':{'id':40}}}");
        assertThat(loads()).containsExactly("load [node of 1]");
    }

    @Test
    void that_gives_null_has_nothing_below() {
        var graph = graph((feeds, run) -> {
            for (Feed feed : feeds) feed.complete(new Object[feed.parents().length]);
            return 1;
        });
        assertThat(graph.outcome("{ item { node { next { id } } } }")).isEqualTo("{'item':{'node':null}}");
        assertThat(loads()).containsExactly("load [node of 1]");
    }

    @Test
    void may_fail_one_field_and_complete_the_others() {
        var graph = graph((feeds, run) -> {
            for (Feed feed : feeds) {
                if (feed.field().responseName().equals("bad")) feed.fail(new ClientException("DOWN", "It is down."));
                else feed.complete(nodes(feed, run));
            }
            return 1;
        });
        assertThat(graph.outcome("{ good: one { id } bad: one { id } items { bad: node { id } good: node { id } } }"))
                .isEqualTo("{'good':{'id':1},'bad':null,'items':[{'bad':null,'good':{'id':10}},{'bad':null,'good':"
                        + "{'id':20}},{'bad':null,'good':{'id':30}}]}\n"
                        + "DOWN bad @1:20: It is down.\nDOWN items.0.bad @1:44: It is down.\n"
                        + "DOWN items.1.bad @1:44: It is down.\nDOWN items.2.bad @1:44: It is down.");
    }

    @Test
    void that_fails_fails_the_fields_without_an_outcome() {
        var graph = graph((feeds, run) -> {
            feeds.getFirst().complete(nodes(feeds.getFirst(), run));
            throw new ClientException("DOWN", "It is down.");
        });
        Response response = graph.run("{ a: one { id } b: one { id } item { strict { id } } }");
        assertThat(TestGraph.describe(response))
                .isEqualTo("{'a':{'id':1},'b':null,'item':null}\nDOWN b @1:17: It is down.\n"
                        + "DOWN item.strict @1:38: It is down.");
        assertThat(response.summary().calls()).isEqualTo(Map.of("nodes", 1));
    }

    @Test
    void must_give_a_value_for_each_object() {
        var graph = graph((feeds, run) -> {
            feeds.getFirst().complete(new Object[] {new Node(1)});
            return 1;
        });
        Response response = graph.run("{ items { node { id } } }");
        assertThat(TestGraph.data(response)).isEqualTo("{'items':[{'node':null},{'node':null},{'node':null}]}");
        assertThat(response.errors()).hasSize(3).extracting(ResponseError::code).containsOnly("INTERNAL_ERROR");
    }

    @Test
    void must_forget_no_field() {
        var graph = graph((feeds, run) -> {
            feeds.getFirst().complete(nodes(feeds.getFirst(), run));
            return 1;
        });
        Response response = graph.run("{ a: one { id } b: one { id } }");
        assertThat(TestGraph.data(response)).isEqualTo("{'a':{'id':1},'b':null}");
        assertThat(response.errors()).hasSize(1);
        assertThat(response.errors().getFirst().code()).isEqualTo("INTERNAL_ERROR");
        assertThat(response.errors().getFirst().path()).isEqualTo(List.of("b"));
    }

    @Test
    void tells_how_many_calls_it_made() {
        var graph = graph((feeds, run) -> loadAll(feeds, run) + 1);
        assertThat(graph.run("{ one { next { id } } }").summary().calls()).isEqualTo(Map.of("nodes", 4));
        var known = graph((feeds, run) -> loadAll(feeds, run) - 1);
        assertThat(known.run("{ one { id } }").summary().calls()).isEmpty();
    }

    final class Names implements Loader<Integer, String> {
        @Override
        public Map<Integer, String> load(Set<Integer> keys, Context context) {
            log.add("names " + keys);
            return keys.stream().collect(Collectors.toMap(Function.identity(), key -> "n" + key));
        }
    }

    @Test
    void leaves_what_is_below_to_other_sources() {
        var graph = graph(
                field -> "all",
                LoadSourceTest::loadAll,
                wiring -> wiring.type("Node", Node.class, node -> node.load("name", Names.class, Node::id))
                        .loader(Names.class, context -> new Names()));
        Response response = graph.run("{ items { node { name next { name } } } }");
        assertThat(TestGraph.data(response))
                .isEqualTo("{'items':[{'node':{'name':'n10','next':{'name':'n100'}}},{'node':{'name':'n20','next':"
                        + "{'name':'n200'}}},{'node':{'name':'n30','next':{'name':'n300'}}}]}");
        assertThat(response.summary().calls().get("nodes")).isEqualTo(2);
        assertThat(log).contains("names [10, 20, 30]", "names [100, 200, 300]");
    }

    @Test
    void ends_each_root_field_of_a_mutation_in_order() {
        var graph = graph((feeds, run) -> {
            String name = feeds.getFirst().field().responseName();
            run.atEndOfField(() -> log.add("end 1 of " + name));
            run.atEndOfField(() -> log.add("end 2 of " + name));
            return loadAll(feeds, run);
        });
        assertThat(graph.outcome("mutation { first { next { id } } second { id } }"))
                .isEqualTo("{'first':{'next':{'id':10}},'second':{'id':1}}");
        assertThat(log)
                .filteredOn(line -> !line.startsWith("plan"))
                .containsExactly(
                        "load [first of 1]",
                        "load [next of 1]",
                        "end 1 of first",
                        "end 2 of first",
                        "end 1 of next",
                        "end 2 of next",
                        "load [second of 1]",
                        "end 1 of second",
                        "end 2 of second");
    }

    @Test
    void that_fails_at_the_end_of_a_root_field_fails_it() {
        var graph = graph((feeds, run) -> {
            if (feeds.getFirst().field().responseName().equals("first")) {
                run.atEndOfField(() -> {
                    throw new ClientException("CONFLICT", "Somebody else was faster.");
                });
            }
            return loadAll(feeds, run);
        });
        assertThat(graph.outcome("mutation { first { id } second { id } }"))
                .isEqualTo("{'first':null,'second':{'id':1}}\nCONFLICT first @1:12: Somebody else was faster.");
    }

    @Test
    void has_an_end_of_fields_in_mutations_alone() {
        var graph = graph((feeds, run) -> {
            run.atEndOfField(() -> {});
            return loadAll(feeds, run);
        });
        Response response = graph.run("{ one { id } }");
        assertThat(TestGraph.data(response)).isEqualTo("{'one':null}");
        assertThat(response.errors()).extracting(ResponseError::code).containsExactly("INTERNAL_ERROR");
    }

    @Test
    void gives_way_to_resolvers_and_roots() {
        var graph = graph(
                field -> "all",
                LoadSourceTest::loadAll,
                wiring -> wiring.query("one", (arguments, context) -> new Node(7))
                        .type("Node", Node.class, node -> node.field("next", of -> new Node(of.id() + 1))));
        assertThat(graph.outcome("{ one { id next { id } } item { node { id } } }"))
                .isEqualTo("{'one':{'id':7,'next':{'id':8}},'item':{'node':{'id':40}}}");
        assertThat(loads()).containsExactly("load [node of 1]");
    }

    record NodeView(String text) {}

    @Test
    void shows_resolvers_its_values_in_another_form() {
        var graph = graph(
                field -> "all",
                LoadSourceTest::loadAll,
                wiring -> wiring.view("Node", value -> new NodeView("view of " + ((Node) value).id()))
                        .type("Node", NodeView.class, node -> node.field("label", NodeView::text))
                        .sourced("Node", "id", new Binding.Read((parent, arguments) -> ((Node) parent).id())));
        assertThat(graph.outcome("{ one(n: 3) { id label next { label } } }"))
                .isEqualTo("{'one':{'id':3,'label':'view of 3','next':{'label':'view of 30'}}}");
    }

    @Test
    void may_find_its_fields_in_the_schema() {
        var graph = TestGraph.of(
                SCHEMA,
                wiring -> wiring.source((schema, bound) -> {
                    log.add("bind to " + schema.queryType().name());
                    wireNodes(bound, new Nodes(field -> "all", LoadSourceTest::loadAll));
                }));
        assertThat(graph.outcome("{ one { id next { id } } }")).isEqualTo("{'one':{'id':1,'next':{'id':10}}}");
        graph.run("{ one { id } }");
        assertThat(log).filteredOn(line -> line.startsWith("bind")).containsExactly("bind to Query");
    }

    @Test
    void knows_the_fields_above_its_own() {
        List<String> above = new ArrayList<>();
        var graph = graph((feeds, run) -> {
            StringBuilder path = new StringBuilder();
            for (SelectedField at = feeds.getFirst().field(); at != null; at = at.parent()) {
                path.insert(0, "/" + at.responseName());
            }
            above.add(path.toString());
            return loadAll(feeds, run);
        });
        graph.run("{ items { deep: node { next { id } } } }");
        assertThat(above).containsExactly("/items/deep", "/items/deep/next");
    }

    /** An interrupt may break the connection that a cancellation has to go by. */
    @Test
    void is_cancelled_before_it_is_interrupted() {
        Work endless = (feeds, run) -> {
            Thread loading = Thread.currentThread();
            try (var registration = run.context().onCancel(() -> {
                Thread.yield();
                log.add("cancelled, " + (loading.isInterrupted() ? "interrupted before" : "not interrupted yet"));
            })) {
                new CountDownLatch(1).await();
                return 1;
            }
        };
        var graph = graph(SelectedField::responseName, endless, wiring -> {})
                .with(request -> request.timeout(Duration.ofMillis(50)));
        for (String document : List.of("{ one { id } }", "{ a: one { id } b: one { id } }")) {
            assertThat(graph.run(document).errors())
                    .extracting(ResponseError::code)
                    .containsOnly("DEADLINE_EXCEEDED");
        }
        assertThat(log)
                .filteredOn(line -> line.startsWith("cancelled"))
                .containsExactly(
                        "cancelled, not interrupted yet",
                        "cancelled, not interrupted yet",
                        "cancelled, not interrupted yet");
    }
}
