package dev.perigee.execution;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.data.ClientException;
import dev.perigee.data.Context;
import dev.perigee.data.Fetch;
import dev.perigee.data.Loader;
import dev.perigee.data.SelectedField;
import dev.perigee.data.SourceRun;
import dev.perigee.json.JsonWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Flow;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A source that takes over a field with all below it: what it sees, and what becomes of what it gives. */
class FetchSourceTest {
    private static final String SCHEMA = """
        type Query { items: [Item] item: Item remote(n: Int): Remote count: Int name: String }
        type Item { id: Int remote(n: Int): Remote strict: Remote! list: [Remote!] name: String }
        interface Node { id: ID }
        type Remote implements Node { id: ID name: String item: Item node: Node }
        type Other implements Node { id: ID }
        type Subscription { remote: Remote }
        """;

    private final List<String> log = new ArrayList<>();

    record Item(int id) {}

    final class Names implements Loader<Integer, String> {
        @Override
        public Map<Integer, String> load(Set<Integer> keys, Context context) {
            log.add("load " + keys);
            return keys.stream().collect(Collectors.toMap(Function.identity(), key -> "n" + key));
        }
    }

    /** How values are made, and the JSON that is written for each. */
    private record Remote(Function<List<Object>, List<?>> values, Function<SourceRun, String> json) implements Fetch {
        @Override
        public List<?> fetch(List<Object> parents, SourceRun run) {
            return values.apply(parents);
        }

        @Override
        public void write(Object value, SourceRun run, JsonWriter out) {
            if (value instanceof RuntimeException failure) {
                out.raw("{\"half".getBytes(UTF_8));
                throw failure;
            }
            out.raw(json.apply(run).getBytes(UTF_8));
        }

        @Override
        public String source() {
            return "remote";
        }

        @Override
        public String describe() {
            return "Remote/Get";
        }
    }

    private TestGraph graph(Function<List<Object>, List<?>> values, String json) {
        return TestGraph.of(
                        SCHEMA,
                        wiring -> wiring.type("Item", Item.class, item -> item.load("name", Names.class, Item::id))
                                .loader(Names.class, context -> new Names())
                                .queryLoad("name", Names.class, arguments -> 7)
                                .source(field -> {
                                    log.add("asked for " + field);
                                    String type =
                                            field.definition().type().named().name();
                                    return type.equals("Remote") ? new Remote(values, run -> json) : null;
                                }))
                .root(Map.of("items", List.of(new Item(1), new Item(2), new Item(3)), "item", new Item(4)));
    }

    private TestGraph graph(Function<List<Object>, List<?>> values) {
        return graph(values, "{\"x\":1}");
    }

    private static List<Object> ones(List<Object> parents) {
        return parents.stream().map(parent -> (Object) 1).toList();
    }

    @Test
    void is_called_once_for_all_parents() {
        List<List<Object>> calls = new ArrayList<>();
        var graph = graph(parents -> {
            calls.add(parents);
            return ones(parents);
        });
        Response response = graph.run("{ items { id remote { name } } }");
        assertThat(TestGraph.data(response))
                .isEqualTo("{'items':[{'id':1,'remote':{'x':1}},{'id':2,'remote':{'x':1}},{'id':3,'remote':{'x':1}}]}");
        assertThat(calls).containsExactly(List.of(new Item(1), new Item(2), new Item(3)));
        assertThat(response.summary().calls()).isEqualTo(Map.of("remote", 1));
    }

    @Test
    void is_asked_for_what_has_no_binding_and_is_not_introspection() {
        graph(FetchSourceTest::ones)
                .run("{ __typename items { id name __typename } count name __schema { types { name } } }");
        assertThat(log)
                .filteredOn(line -> line.startsWith("asked"))
                .containsExactlyInAnyOrder("asked for items.id", "asked for items", "asked for count");
    }

    @Test
    void the_first_that_takes_a_field_over_has_it() {
        var graph = TestGraph.of(
                SCHEMA,
                wiring -> wiring.source(field -> null)
                        .source(field -> field.responseName().equals("remote")
                                ? new Remote(FetchSourceTest::ones, run -> "\"a\"")
                                : null)
                        .source(field -> new Remote(FetchSourceTest::ones, run -> "\"b\"")));
        assertThat(graph.outcome("{ remote { id } item { id } }")).isEqualTo("{'remote':'a','item':'b'}");
    }

    /** The load below counts for the batch of the one beside: it must not wait for it, nor start without it. */
    @Test
    void withdraws_the_loads_below_it() {
        var graph = graph(FetchSourceTest::ones);
        assertThat(graph.outcome("{ remote { item { name } } name items { name remote { item { name } } } }"))
                .isEqualTo("{'remote':{'x':1},'name':'n7','items':[{'name':'n1','remote':{'x':1}},"
                        + "{'name':'n2','remote':{'x':1}},{'name':'n3','remote':{'x':1}}]}");
        assertThat(log).filteredOn(line -> line.startsWith("load")).containsExactlyInAnyOrder("load [7, 1, 2, 3]");
    }

    @Test
    void withdraws_them_also_where_the_field_is_skipped() {
        var graph = graph(FetchSourceTest::ones);
        String document =
                "query($x: Boolean!) { remote @include(if: $x) { item { name } } name items @include(if: $x) { remote"
                        + " { item { name } } } }";
        assertThat(graph.variables(Map.of("x", false)).outcome(document)).isEqualTo("{'name':'n7'}");
        assertThat(graph.variables(Map.of("x", true)).outcome(document))
                .isEqualTo(
                        "{'remote':{'x':1},'name':'n7','items':[{'remote':{'x':1}},{'remote':{'x':1}},{'remote':{'x':1}}]}");
    }

    @Test
    void null_stands_where_it_gives_null() {
        var graph = graph(parents -> Arrays.asList(1, null, 1));
        assertThat(graph.outcome("{ items { remote { id } } }"))
                .isEqualTo("{'items':[{'remote':{'x':1}},{'remote':null},{'remote':{'x':1}}]}");
        assertThat(graph.outcome("{ items { id strict { id } } }"))
                .isEqualTo("{'items':[{'id':1,'strict':{'x':1}},null,{'id':3,'strict':{'x':1}}]}\n"
                        + "NULL_NOT_ALLOWED items.1.strict @1:14: Cannot return null for non-nullable field"
                        + " Item.strict.");
    }

    @Test
    void fails_for_all_parents_or_for_one() {
        var all = graph(parents -> {
            throw new ClientException("DOWN", "It is down.");
        });
        assertThat(all.outcome("{ items { id remote { id } } }"))
                .isEqualTo("{'items':[{'id':1,'remote':null},{'id':2,'remote':null},{'id':3,'remote':null}]}\n"
                        + "DOWN items.0.remote @1:14: It is down.\nDOWN items.1.remote @1:14: It is down.\n"
                        + "DOWN items.2.remote @1:14: It is down.");
        var wrong = graph(parents -> List.of(1));
        assertThat(wrong.run("{ items { remote { id } } }").errors())
                .hasSize(3)
                .allSatisfy(error -> assertThat(error.code()).isEqualTo("INTERNAL_ERROR"));
        assertThat(graph(parents -> null).run("{ items { remote { id } } }").errors())
                .hasSize(3);
    }

    @Test
    void that_fails_while_it_writes_leaves_nothing_behind() {
        var graph = graph(parents -> List.of(1, new ClientException("BROKEN", "Broken."), 1));
        assertThat(graph.outcome("{ items { remote { id } id } }"))
                .isEqualTo("{'items':[{'remote':{'x':1},'id':1},{'remote':null,'id':2},{'remote':{'x':1},'id':3}]}\n"
                        + "BROKEN items.1.remote @1:11: Broken.");
        assertThat(graph.outcome("{ items { strict { id } id } }"))
                .isEqualTo("{'items':[{'strict':{'x':1},'id':1},null,{'strict':{'x':1},'id':3}]}\n"
                        + "BROKEN items.1.strict @1:11: Broken.");
    }

    @Test
    void that_writes_nothing_is_an_error() {
        var graph = graph(FetchSourceTest::ones, "");
        Response response = graph.run("{ item { remote { id } id } }");
        assertThat(TestGraph.data(response)).isEqualTo("{'item':{'remote':null,'id':4}}");
        assertThat(response.errors()).hasSize(1);
    }

    @Test
    void gets_variables_through_the_arguments_of_the_run() {
        var graph = TestGraph.of(
                SCHEMA,
                wiring -> wiring.source(field -> field.definition().name().equals("remote")
                        ? new Remote(
                                FetchSourceTest::ones,
                                run -> '"' + run.arguments(field).toString() + '"')
                        : null));
        assertThat(graph.variables(Map.of("n", 5))
                        .outcome("query($n: Int) { a: remote(n: $n) { id } b: remote { id } c: remote(n: 3) { id } }"))
                .isEqualTo("{'a':'{n=5}','b':'{}','c':'{n=3}'}");
    }

    @Test
    void sees_what_is_selected_of_each_type() {
        List<String> seen = new ArrayList<>();
        var graph = TestGraph.of(
                SCHEMA,
                wiring -> wiring.source(field -> {
                    if (field.responseName().equals("node")) {
                        field.possibleTypes()
                                .forEach(type -> seen.add(type + " "
                                        + field.selected(type).stream()
                                                .map(SelectedField::responseName)
                                                .toList()));
                    }
                    return null;
                }));
        graph.run("{ remote { node { ... on Remote { name id } ... on Other { o: id } __typename } } }");
        assertThat(seen).containsExactly("Remote [name, id, __typename]", "Other [o, __typename]");
    }

    @Test
    void is_not_asked_for_the_stream_of_a_subscription() {
        graph(FetchSourceTest::ones)
                .engine()
                .subscribe(Request.of("subscription { remote { id } }"))
                .subscribe(new IgnoredResponses());
        assertThat(log).doesNotContain("asked for remote");
    }

    private static final class IgnoredResponses implements Flow.Subscriber<Response> {
        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(1);
        }

        @Override
        public void onNext(Response response) {}

        @Override
        public void onError(Throwable e) {}

        @Override
        public void onComplete() {}
    }
}
