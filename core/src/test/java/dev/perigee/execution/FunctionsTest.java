package dev.perigee.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.data.ClientException;
import dev.perigee.data.FieldFunction;
import dev.perigee.data.Wiring;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** The quick form: SDL and a map of functions. */
class FunctionsTest {
    private static final String SCHEMA =
            "type Query { hello(name: String = \"you\"): String items: [Item] now: Int } type Item { id: Int label(x:"
                    + " Int): String }";

    private static TestGraph functions(Map<String, FieldFunction> functions) {
        Engine.Builder builder = Engine.builder(TestGraph.schema(SCHEMA)).wiring(Wiring.ofFunctions(functions));
        return TestGraph.of(TestGraph.schema(SCHEMA), wiring -> wiring.functions(functions), engine -> builder);
    }

    @Test
    void get_root_arguments_and_info() {
        var graph = functions(Map.of(
                "Query.hello",
                        (root, arguments, context, info) ->
                                root + " " + arguments.string("name") + " " + context.operationName() + " " + info,
                "Item.label", (root, arguments, context, info) -> root + " " + arguments + " " + info.responseName()));
        assertThat(graph.root(Map.of("items", List.of("i")))
                        .outcome("query Q { h: hello items { label(x: 1) l: label } }"))
                .isEqualTo("{'h':'{items=[i]} you Q FieldInfo[typeName=Query, fieldName=hello, responseName=h]',"
                        + "'items':[{'label':'i {x=1} label','l':'i {} l'}]}");
        assertThat(graph.outcome("{ hello(name: \"x\") }"))
                .isEqualTo("{'hello':'null x null FieldInfo[typeName=Query, fieldName=hello, responseName=hello]'}");
    }

    @Test
    void leave_other_fields_to_properties() {
        record Item(int id, String label) {}
        var graph = functions(Map.of(
                "Query.items",
                (root, arguments, context, info) -> List.of(new Item(1, "one"), Map.of("id", 2, "label", "two"))));
        assertThat(graph.outcome("{ items { id label } now }"))
                .isEqualTo("{'items':[{'id':1,'label':'one'},{'id':2,'label':'two'}],'now':null}");
    }

    @Test
    void may_fail_each_by_itself() {
        var graph = functions(Map.of("Item.label", (root, arguments, context, info) -> {
            if (root.equals(2)) throw new ClientException("BAD", "Bad.");
            return root.equals(3) ? null : "l" + root;
        }));
        assertThat(graph.root(Map.of("items", List.of(1, 2, 3, 4))).outcome("{ items { label } }"))
                .isEqualTo("{'items':[{'label':'l1'},{'label':null},{'label':null},{'label':'l4'}]}\n"
                        + "BAD items.1.label @1:11: Bad.");
    }

    @Test
    void may_mix_lazy_asynchronous_and_plain_values() {
        var graph = functions(Map.of("Item.label", (root, arguments, context, info) -> switch ((int) root) {
            case 1 -> "plain";
            case 2 -> (Supplier<String>) () -> "lazy";
            case 3 -> CompletableFuture.supplyAsync(() -> "later");
            case 4 ->
                (Supplier<String>) () -> {
                    throw new ClientException("BAD", "Bad.");
                };
            default -> CompletableFuture.failedFuture(new ClientException("BAD", "Worse."));
        }));
        assertThat(graph.root(Map.of("items", List.of(1, 2, 3, 4, 5, 2))).outcome("{ items { label } }"))
                .isEqualTo("{'items':[{'label':'plain'},{'label':'lazy'},{'label':'later'},{'label':null},"
                        + "{'label':null},{'label':'lazy'}]}\n"
                        + "BAD items.3.label @1:11: Bad.\nBAD items.4.label @1:11: Worse.");
    }

    /** Suppliers may block: each of these ends only once all of them have begun. */
    @Test
    void have_their_lazy_values_made_at_the_same_time() {
        CyclicBarrier together = new CyclicBarrier(4);
        FieldFunction meeting = (root, arguments, context, info) -> (Supplier<String>) () -> {
            try {
                together.await(20, TimeUnit.SECONDS);
                return "met";
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        };
        var graph = functions(Map.of("Item.label", meeting));
        assertThat(graph.root(Map.of("items", List.of(1, 2, 3, 4))).outcome("{ items { label } }"))
                .isEqualTo("{'items':[{'label':'met'},{'label':'met'},{'label':'met'},{'label':'met'}]}");
    }
}
