package dev.perigee.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.data.Context;
import dev.perigee.data.Loader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** @see <a href="https://spec.graphql.org/September2025/#sec-Handling-Execution-Errors">Handling Execution Errors</a> */
class NullPropagationTest {
    private static final String SCHEMA = """
        type Query { thing: Thing strict: Thing! things: [Thing] items: [Thing!] all: [Thing!]! each: [Thing]! grid: [[Int!]!] ok: Int }
        type Thing { a: Int b: Int! thing: Thing strict: Thing! items: [Thing!] loaded: Thing loadedStrict: Thing! }
        """;
    private static final String NOT_NULL = ": Cannot return null for non-nullable field ";

    private final TestGraph graph = TestGraph.of(SCHEMA);

    private static Map<String, Object> thing(Object... entries) {
        Map<String, Object> map = new HashMap<>();
        for (int i = 0; i < entries.length; i += 2) map.put((String) entries[i], entries[i + 1]);
        return map;
    }

    private static final Map<String, Object> GOOD = thing("a", 1, "b", 2);
    private static final Map<String, Object> BAD = thing("a", 1, "b", null);

    @Test
    void null_stays_where_it_is_allowed() {
        assertThat(graph.root(thing("ok", 1)).outcome("{ thing { b } things { b } items { b } grid ok }"))
                .isEqualTo("{'thing':null,'things':null,'items':null,'grid':null,'ok':1}");
    }

    @Test
    void of_a_field_takes_the_nearest_object_that_may_be_null() {
        assertThat(graph.root(thing("thing", BAD, "ok", 1)).outcome("{ ok thing { a b } after: ok }"))
                .isEqualTo("{'ok':1,'thing':null,'after':1}\nNULL_NOT_ALLOWED thing.b @1:16" + NOT_NULL + "Thing.b.");
    }

    @Test
    void of_a_chain_of_fields_takes_all_of_them() {
        var chain = thing("thing", thing("a", 1, "strict", thing("a", 2, "strict", BAD)));
        assertThat(graph.root(chain).outcome("{ ok thing { a strict { a strict { a b } } } }"))
                .isEqualTo("{'ok':null,'thing':null}\nNULL_NOT_ALLOWED thing.strict.strict.b @1:38" + NOT_NULL
                        + "Thing.b.");
    }

    @Test
    void comes_up_to_data() {
        assertThat(graph.root(thing("strict", BAD, "ok", 1)).answer("{ ok strict { b } }"))
                .isEqualTo("{'errors':[{'message':'Cannot return null for non-nullable field Thing.b.',"
                        + "'locations':[{'line':1,'column':15}],'path':['strict','b'],"
                        + "'extensions':{'code':'NULL_NOT_ALLOWED'}}],'data':null}");
        assertThat(graph.root(thing("ok", 1)).outcome("{ ok strict { b } }"))
                .isEqualTo("null\nNULL_NOT_ALLOWED strict @1:6" + NOT_NULL + "Query.strict.");
    }

    @Test
    void in_a_list_takes_the_item_or_the_list() {
        List<Object> mixed = Arrays.asList(GOOD, BAD, null, GOOD);
        var root = thing("things", mixed, "items", mixed, "each", mixed, "ok", 1);
        assertThat(graph.root(root).outcome("{ things { a b } ok }"))
                .isEqualTo("{'things':[{'a':1,'b':2},null,null,{'a':1,'b':2}],'ok':1}\n"
                        + "NULL_NOT_ALLOWED things.1.b @1:14" + NOT_NULL + "Thing.b.");
        assertThat(graph.root(root).outcome("{ items { b } ok }"))
                .isEqualTo("{'items':null,'ok':1}\nNULL_NOT_ALLOWED items.1.b @1:11" + NOT_NULL + "Thing.b.\n"
                        + "NULL_NOT_ALLOWED items.2 @1:3" + NOT_NULL + "Query.items.");
        assertThat(graph.root(root).outcome("{ each { b } }"))
                .isEqualTo("{'each':[{'b':2},null,null,{'b':2}]}\n" + "NULL_NOT_ALLOWED each.1.b @1:10" + NOT_NULL
                        + "Thing.b.");
    }

    @Test
    void in_a_list_that_must_be_there_goes_on_up() {
        assertThat(graph.root(thing("all", Arrays.asList(GOOD, null))).outcome("{ all { b } ok }"))
                .isEqualTo("null\nNULL_NOT_ALLOWED all.1 @1:3" + NOT_NULL + "Query.all.");
        assertThat(graph.root(thing("ok", 1)).outcome("{ all { b } ok }"))
                .isEqualTo("null\nNULL_NOT_ALLOWED all @1:3" + NOT_NULL + "Query.all.");
    }

    @Test
    void in_a_list_of_lists_takes_the_nearest_that_may_be_null() {
        assertThat(graph.root(thing("grid", List.of(List.of(1, 2), Arrays.asList(3, null)), "ok", 1))
                        .outcome("{ grid ok }"))
                .isEqualTo("{'grid':null,'ok':1}\nNULL_NOT_ALLOWED grid.1.1 @1:3" + NOT_NULL + "Query.grid.");
        assertThat(graph.root(thing("grid", Arrays.asList(List.of(1), null))).outcome("{ grid }"))
                .isEqualTo("{'grid':null}\nNULL_NOT_ALLOWED grid.1 @1:3" + NOT_NULL + "Query.grid.");
    }

    @Test
    void keeps_the_errors_of_siblings() {
        var root = thing("thing", thing("b", null, "a", "x", "strict", BAD));
        assertThat(graph.root(root).outcome("{ thing { b a strict { b } } ok }"))
                .isEqualTo("{'thing':null,'ok':null}\nNULL_NOT_ALLOWED thing.b @1:11" + NOT_NULL + "Thing.b.\n"
                        + "INVALID_RESULT thing.a @1:13: Int cannot represent value: \"x\"\n"
                        + "NULL_NOT_ALLOWED thing.strict.b @1:24" + NOT_NULL + "Thing.b.");
    }

    @Test
    void leaves_no_comma_behind() {
        assertThat(graph.root(thing("thing", BAD, "things", List.of(BAD, BAD))).outcome("{ thing { b } things { b } }"))
                .startsWith("{'thing':null,'things':[null,null]}\n");
    }

    /** Loads must find their own values again after objects that were given up. */
    @ParameterizedTest
    @CsvSource({"loaded, b", "loaded, a", "loadedStrict, b", "loadedStrict, a"})
    void does_not_shift_what_was_loaded_for_others(String field, String leaf) {
        var loading = TestGraph.of(SCHEMA, wiring -> {
            wiring.type("Thing", Object.class, thing -> {
                thing.load("loaded", ThingByNumber.class, NullPropagationTest::number);
                thing.load("loadedStrict", ThingByNumber.class, NullPropagationTest::number);
            });
            wiring.loader(new ThingByNumber());
        });
        List<Object> things = new ArrayList<>();
        for (int i = 0; i < 10; i++) things.add(thing("a", i, "b", i % 3 == 0 ? null : i));
        String document = "{ things { a b x: %1$s { %2$s } y: %1$s { n: %2$s } } }".formatted(field, leaf);
        Response response = loading.root(thing("things", things)).run(document);
        List<Object> expected = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            boolean isThere = i % 4 != 0;
            boolean isGood = i % 3 != 0 && (isThere || field.equals("loaded"));
            String x = isThere ? "{'%s':%d}".formatted(leaf, 100 + i) : "null";
            String y = isThere ? "{'n':%d}".formatted(100 + i) : "null";
            expected.add(isGood ? "{'a':%d,'b':%d,'x':%s,'y':%s}".formatted(i, i, x, y) : "null");
        }
        String list = String.join(",", expected.stream().map(String::valueOf).toList());
        assertThat(TestGraph.data(response)).isEqualTo("{'things':[" + list + "]}");
    }

    private static Object number(Object thing) {
        return ((Map<?, ?>) thing).get("a");
    }

    /** Things by number, but for each fourth. */
    static final class ThingByNumber implements Loader<Object, Object> {
        @Override
        public Map<Object, Object> load(Set<Object> keys, Context context) {
            Map<Object, Object> things = new HashMap<>();
            for (Object key : keys) {
                int n = (Integer) key;
                if (n % 4 != 0) things.put(key, thing("a", 100 + n, "b", 100 + n));
            }
            return things;
        }
    }
}
