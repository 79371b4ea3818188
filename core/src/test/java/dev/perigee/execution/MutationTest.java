package dev.perigee.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.data.ClientException;
import dev.perigee.data.Context;
import dev.perigee.data.Loader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** @see <a href="https://spec.graphql.org/September2025/#sec-Mutation">Mutation</a> */
class MutationTest {
    private static final String SCHEMA = """
        type Query { counter: Counter }
        type Mutation { add(n: Int! = 1): Counter addLater(n: Int!): Counter fail: Counter strictFail: Counter! current: Int }
        type Counter { value: Int loaded: Int slow: Int }
        """;

    private final List<String> log = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger counter = new AtomicInteger();

    record Counter(int value) {}

    /** What the counter is when it is loaded. */
    final class Current implements Loader<String, Integer> {
        @Override
        public Map<String, Integer> load(Set<String> keys, Context context) {
            log.add("load " + counter.get());
            Map<String, Integer> loaded = new HashMap<>();
            keys.forEach(key -> loaded.put(key, counter.get()));
            return loaded;
        }
    }

    private final TestGraph graph = TestGraph.of(SCHEMA, wiring -> {
        wiring.mutation("add", (arguments, context) -> added(arguments.integer("n")));
        wiring.mutationAsync(
                "addLater", (arguments, context) -> CompletableFuture.supplyAsync(() -> added(arguments.integer("n"))));
        wiring.mutation("fail", (arguments, context) -> {
            log.add("fail");
            throw new ClientException("BAD", "Bad.");
        });
        wiring.mutation("strictFail", (arguments, context) -> {
            throw new ClientException("BAD", "Bad.");
        });
        wiring.type(
                "Counter",
                Counter.class,
                counter -> counter.load("loaded", Current.class, one -> "current")
                        .call("slow", (one, arguments, context) -> {
                            Thread.sleep(5); // long enough for the next field to overtake, if it could
                            log.add("slow " + one.value());
                            return one.value();
                        }));
        wiring.loader(Current.class, context -> new Current());
    });

    private Counter added(int n) {
        int value = counter.addAndGet(n);
        log.add("add " + n);
        return new Counter(value);
    }

    @Test
    void runs_its_fields_in_order_each_subtree_before_the_next() {
        assertThat(graph.outcome("mutation { a: add { value slow loaded } b: addLater(n: 10) { slow loaded } c: add(n:"
                        + " 100) { slow } }"))
                .isEqualTo("{'a':{'value':1,'slow':1,'loaded':1},'b':{'slow':11,'loaded':11},'c':{'slow':111}}");
        assertThat(log.stream().map(line -> line.replaceAll(" \\d+$", "")).filter(line -> !line.equals("load")))
                .containsExactly("add", "slow", "add", "slow", "add", "slow");
    }

    @Test
    void keeps_nothing_that_was_loaded_before_the_next_field() {
        assertThat(graph.outcome("mutation { a: add { loaded x: loaded } b: add { loaded } }"))
                .isEqualTo("{'a':{'loaded':1,'x':1},'b':{'loaded':2}}");
        assertThat(log).containsExactly("add 1", "load 1", "add 1", "load 2");
    }

    @Test
    void goes_on_after_a_field_that_failed() {
        assertThat(graph.outcome("mutation { fail { value } add { value } }"))
                .isEqualTo("{'fail':null,'add':{'value':1}}\nBAD fail @1:12: Bad.");
        assertThat(log).containsExactly("fail", "add 1");
    }

    @Test
    void goes_on_also_after_a_field_that_takes_all_data_with_it() {
        assertThat(graph.outcome("mutation { strictFail { value } add { value } }"))
                .isEqualTo("null\nBAD strictFail @1:12: Bad.");
        assertThat(log).containsExactly("add 1");
    }

    @Test
    void leaves_out_what_is_skipped() {
        String document = "mutation($no: Boolean!) { a: add(n: 5) @include(if: $no) { loaded } b: add { loaded } }";
        assertThat(graph.variables(Map.of("no", false)).outcome(document)).isEqualTo("{'b':{'loaded':1}}");
        assertThat(graph.variables(Map.of("no", true)).outcome(document))
                .isEqualTo("{'a':{'loaded':6},'b':{'loaded':7}}");
    }

    @Test
    void merges_a_field_that_is_selected_twice() {
        assertThat(graph.outcome("mutation { add { value } ...F } fragment F on Mutation { add { loaded } }"))
                .isEqualTo("{'add':{'value':1,'loaded':1}}");
        assertThat(log).containsExactly("add 1", "load 1");
    }

    @Test
    void reads_what_nothing_is_declared_for_from_the_root_value() {
        assertThat(graph.root(Map.of("current", 7)).outcome("mutation { __typename current add { value } }"))
                .isEqualTo("{'__typename':'Mutation','current':7,'add':{'value':1}}");
    }
}
