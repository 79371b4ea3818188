package dev.perigee.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.data.ClientException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Fields that nothing is declared for are read from the property, record component or map key of their name. */
class PropertiesTest {
    private static final String SCHEMA = """
        type Query { item: Item items: [Item] }
        type Item { name: String size: Int done: Boolean url: String class: String value: String }
        """;

    private static String item(Object item, String selection) {
        return TestGraph.of(SCHEMA).root(Map.of("item", item)).outcome("{ item { " + selection + " } }");
    }

    public record PublicRecord(String name, int size, boolean done) {}

    private record PrivateRecord(String name, Integer size) {}

    public static class Bean {
        public String getName() {
            return "bean";
        }

        public int getSize() {
            return 3;
        }

        public boolean isDone() {
            return true;
        }

        @SuppressWarnings("unused")
        private String getUrl() {
            return "private";
        }
    }

    public static class Fluent {
        public final String value = "field";
        public String name = "field";

        public String name() {
            return "method";
        }

        public String getName() {
            return "getter";
        }
    }

    interface Named {
        default String name() {
            return "default";
        }
    }

    private static class Hidden implements Named {
        @Override
        public String name() {
            return "hidden";
        }
    }

    public static class Sub extends Bean {
        @Override
        public String getName() {
            return "sub";
        }
    }

    public static class Odd {
        public static String name() {
            return "static";
        }

        public void size() {}

        public Boolean done() {
            throw new ClientException("NOT_DONE", "Not done.");
        }

        public String url(String of) {
            return of;
        }

        public String value() throws Exception {
            throw new Exception("secret");
        }
    }

    @Test
    void are_components_of_records() {
        assertThat(item(new PublicRecord("r", 1, true), "name size done"))
                .isEqualTo("{'item':{'name':'r','size':1,'done':true}}");
        assertThat(item(new PrivateRecord("p", null), "name size")).isEqualTo("{'item':{'name':'p','size':null}}");
        record Local(String name) {}
        assertThat(item(new Local("l"), "name")).isEqualTo("{'item':{'name':'l'}}");
    }

    @Test
    void are_getters() {
        assertThat(item(new Bean(), "name size done")).isEqualTo("{'item':{'name':'bean','size':3,'done':true}}");
        assertThat(item(new Sub(), "name size")).isEqualTo("{'item':{'name':'sub','size':3}}");
        assertThat(item(new Sub() {}, "name")).isEqualTo("{'item':{'name':'sub'}}");
    }

    @Test
    void are_methods_before_getters_before_fields() {
        assertThat(item(new Fluent(), "name value")).isEqualTo("{'item':{'name':'method','value':'field'}}");
    }

    @Test
    void are_found_in_classes_that_are_not_public() {
        assertThat(item(new Hidden(), "name")).isEqualTo("{'item':{'name':'hidden'}}");
        assertThat(item(new Named() {}, "name")).isEqualTo("{'item':{'name':'default'}}");
        assertThat(item(Map.entry("k", "v"), "value")).isEqualTo("{'item':{'value':'v'}}");
    }

    @Test
    void are_entries_of_maps() {
        Map<String, Object> map = new HashMap<>();
        map.put("name", "m");
        map.put("size", null);
        assertThat(item(map, "name size class")).isEqualTo("{'item':{'name':'m','size':null,'class':null}}");
    }

    @Test
    void are_read_from_values_of_different_classes() {
        var items = List.of(new Bean(), Map.of("name", "m"), new PublicRecord("r", 1, true), new Bean(), new Fluent());
        assertThat(TestGraph.of(SCHEMA).root(Map.of("items", items)).outcome("{ items { name } }"))
                .isEqualTo("{'items':[{'name':'bean'},{'name':'m'},{'name':'r'},{'name':'bean'},{'name':'method'}]}");
    }

    @Test
    void that_are_missing_are_masked_errors() {
        for (String field : List.of("url", "class", "value")) {
            assertThat(item(new Bean(), "name " + field).replaceAll("[0-9a-f-]{36}", "ID"))
                    .isEqualTo(
                            "{'item':{'name':'bean','%1$s':null}}\nINTERNAL_ERROR item.%1$s @1:15: Internal error ID."
                                    .formatted(field));
        }
    }

    @Test
    void are_neither_static_nor_void_nor_with_parameters() {
        for (String field : List.of("name", "size", "url")) {
            assertThat(item(new Odd(), field)).startsWith("{'item':{'%1$s':null}}\nINTERNAL_ERROR".formatted(field));
        }
    }

    @Test
    void may_fail() {
        assertThat(item(new Odd(), "done")).isEqualTo("{'item':{'done':null}}\nNOT_DONE item.done @1:10: Not done.");
        assertThat(item(new Odd(), "value"))
                .startsWith("{'item':{'value':null}}\nINTERNAL_ERROR")
                .doesNotContain("secret");
    }
}
