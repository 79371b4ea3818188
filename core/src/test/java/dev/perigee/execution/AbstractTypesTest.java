package dev.perigee.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.data.Context;
import dev.perigee.data.Loader;
import dev.perigee.data.Wiring;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** @see <a href="https://spec.graphql.org/September2025/#sec-Resolving-Abstract-Types">Resolving Abstract Types</a> */
class AbstractTypesTest {
    private static final String SCHEMA = """
        interface Pet { name: String friend: Pet }
        type Dog implements Pet { name: String friend: Pet barks: Boolean }
        type Cat implements Pet { name: String friend: Pet meows: Boolean }
        type Rock { weight: Int }
        union Thing = Dog | Cat | Rock
        type Query { pet: Pet pets: [Pet] things: [Thing] strict: [Pet!] }
        """;

    interface Animal {
        String name();
    }

    record Dog(String name, boolean barks) implements Animal {}

    record Cat(String name, boolean meows) implements Animal {}

    record Stone(int weight) {}

    static class Terrier implements Animal {
        @Override
        public String name() {
            return "terrier";
        }

        public boolean isBarks() {
            return true;
        }
    }

    private static final String MIXED =
            "{ things { __typename ... on Pet { name } ... on Dog { barks } ... on Cat { meows } ... on Rock { weight"
                    + " } } }";

    @Test
    void are_told_by_the_simple_name_of_the_class() {
        assertThat(asked(wiring -> {}, "pets", new Dog("d", true), new Cat("c", false))
                        .outcome("{ pets { __typename name ... on Dog { barks } ... on Cat { meows } } }"))
                .isEqualTo("{'pets':[{'__typename':'Dog','name':'d','barks':true},"
                        + "{'__typename':'Cat','name':'c','meows':false}]}");
    }

    @Test
    void are_told_by_the_declared_class_and_its_subclasses() {
        assertThat(asked(
                                wiring -> wiring.type("Rock", Stone.class).type("Dog", Terrier.class),
                                "things",
                                new Stone(3),
                                new Terrier(),
                                new Terrier() {},
                                new Cat("c", true))
                        .outcome(MIXED))
                .isEqualTo(
                        "{'things':[{'__typename':'Rock','weight':3},{'__typename':'Dog','name':'terrier','barks':true},"
                            + "{'__typename':'Dog','name':'terrier','barks':true},{'__typename':'Cat','name':'c','meows':true}]}");
    }

    @Test
    void are_told_by_a_declared_interface() {
        assertThat(asked(wiring -> wiring.type("Dog", Animal.class), "pets", new Terrier())
                        .outcome("{ pets { __typename } }"))
                .isEqualTo("{'pets':[{'__typename':'Dog'}]}");
    }

    @Test
    void are_not_misled_by_the_class_of_the_interface_type() {
        Consumer<Wiring.Builder> wire = wiring -> wiring.type("Pet", Animal.class);
        assertThat(asked(wire, "pets", new Dog("d", true)).outcome("{ pets { __typename } }"))
                .isEqualTo("{'pets':[{'__typename':'Dog'}]}");
        assertThat(asked(wire, "things", new Dog("d", true)).outcome(MIXED))
                .isEqualTo("{'things':[{'__typename':'Dog','name':'d','barks':true}]}");
    }

    @Test
    void are_told_by_typename_of_maps() {
        assertThat(asked(
                                wiring -> {},
                                "things",
                                Map.of("__typename", "Rock", "weight", 1),
                                Map.of("__typename", "Cat", "name", "c"))
                        .outcome(MIXED))
                .isEqualTo(
                        "{'things':[{'__typename':'Rock','weight':1},{'__typename':'Cat','name':'c','meows':null}]}");
    }

    @Test
    void are_told_by_what_is_declared_for_the_type() {
        Consumer<Wiring.Builder> wire =
                wiring -> wiring.typeOf("Pet", value -> value.toString().startsWith("w") ? "Dog" : "Cat");
        assertThat(asked(wire, "pets", "wuff", "miau").outcome("{ pets { __typename } }"))
                .isEqualTo("{'pets':[{'__typename':'Dog'},{'__typename':'Cat'}]}");
    }

    @Test
    void that_cannot_be_told_are_errors_at_their_place() {
        Response response = asked(
                        wiring -> {},
                        "things",
                        Map.of("__typename", "Dog"),
                        Map.of("__typename", "Query"),
                        Map.of("__typename", "Pet"),
                        Map.of("__typename", "Unknown"),
                        Map.of("name", "no type"),
                        "a string",
                        Map.of("__typename", "Rock"))
                .run("{ things { __typename } }");
        assertThat(TestGraph.data(response))
                .isEqualTo("{'things':[{'__typename':'Dog'},null,null,null,null,null,{'__typename':'Rock'}]}");
        assertThat(response.errors()).hasSize(5).allSatisfy(error -> {
            assertThat(error.code()).isEqualTo("INTERNAL_ERROR");
            assertThat(error.locations()).containsExactly(new ResponseError.Place(1, 3));
        });
        assertThat(response.errors().stream().map(ResponseError::path))
                .containsExactly(
                        List.of("things", 1),
                        List.of("things", 2),
                        List.of("things", 3),
                        List.of("things", 4),
                        List.of("things", 5));
    }

    @Test
    void that_cannot_be_told_propagate_null() {
        Response response = asked(wiring -> {}, "strict", Map.of("__typename", "Dog"), Map.of())
                .run("{ strict { name } }");
        assertThat(TestGraph.data(response)).isEqualTo("{'strict':null}");
        assertThat(response.errors())
                .singleElement()
                .satisfies(error -> assertThat(error.path()).containsExactly("strict", 1));
    }

    @Test
    void survive_a_function_that_fails() {
        Consumer<Wiring.Builder> wire = wiring -> wiring.typeOf("Pet", value -> {
            if (value.equals("error")) throw new AssertionError("no");
            if (value.equals("exception")) throw new IllegalStateException("no");
            return value.equals("null") ? null : "Dog";
        });
        Response response = asked(wire, "pets", "good", "error", "exception", "null", "good")
                .run("{ pets { __typename } }");
        assertThat(TestGraph.data(response))
                .isEqualTo("{'pets':[{'__typename':'Dog'},null,null,null,{'__typename':'Dog'}]}");
        assertThat(response.errors()).hasSize(3);
    }

    /** The kinds are loaded apart, and come together again in the order of the list. */
    @Test
    void keep_the_order_of_a_list_when_loaded_apart() {
        var calls = new ArrayList<String>();
        Consumer<Wiring.Builder> wire = wiring -> {
            wiring.type("Dog", Dog.class, dog -> dog.load("friend", Friends.class, Dog::name));
            wiring.type("Cat", Cat.class, cat -> cat.load("friend", Friends.class, Cat::name));
            wiring.loader(Friends.class, context -> new Friends(calls));
        };
        List<Object> pets = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            boolean isDog = i * 7 % 5 < 2;
            boolean isNull = i % 6 == 5;
            pets.add(isNull ? null : isDog ? new Dog("d" + i, true) : new Cat("c" + i, true));
            String kind = isDog ? "d" : "c";
            expected.add(isNull ? "null" : "{'name':'%1$s%2$d','friend':{'name':'of %1$s%2$d'}}".formatted(kind, i));
        }
        assertThat(asked(wire, "pets", pets.toArray()).outcome("{ pets { name friend { name } } }"))
                .isEqualTo("{'pets':[" + String.join(",", expected) + "]}");
        assertThat(calls).hasSize(1);
    }

    @Test
    void are_found_below_loads_too() {
        var calls = new ArrayList<String>();
        Consumer<Wiring.Builder> wire = wiring -> {
            wiring.type("Dog", Dog.class, dog -> dog.load("friend", Friends.class, Dog::name));
            wiring.type("Cat", Cat.class, cat -> cat.load("friend", Friends.class, Cat::name));
            wiring.loader(Friends.class, context -> new Friends(calls));
        };
        assertThat(asked(wire, "pets", new Dog("d", true), Map.of(), new Cat("c", true))
                        .run("{ pets { friend { ... on Cat { friend { name } } ... on Dog { name } } } }"))
                .satisfies(response -> assertThat(TestGraph.data(response))
                        .isEqualTo(
                                "{'pets':[{'friend':{'friend':{'name':'of of d'}}},null,{'friend':{'name':'of c'}}]}"));
        assertThat(calls).containsExactly("[d, c]", "[of d]");
    }

    /** Friends of dogs are cats, friends of cats are dogs. */
    record Friends(List<String> calls) implements Loader<String, Object> {
        @Override
        public Map<String, Object> load(Set<String> names, Context context) {
            calls.add(names.toString());
            Map<String, Object> friends = new HashMap<>();
            for (String name : names) {
                friends.put(
                        name,
                        name.endsWith("d") || name.startsWith("d")
                                ? new Cat("of " + name, true)
                                : new Dog("of " + name, true));
            }
            return friends;
        }
    }

    private static TestGraph asked(Consumer<Wiring.Builder> wire, String field, Object... values) {
        return TestGraph.of(SCHEMA, wire).root(Map.of(field, Arrays.asList(values)));
    }
}
