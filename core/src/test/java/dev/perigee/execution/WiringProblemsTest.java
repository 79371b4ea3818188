package dev.perigee.execution;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perigee.data.Context;
import dev.perigee.data.Loader;
import dev.perigee.data.Wiring;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** A wiring that does not fit its schema is told of when the engine is built: all at once, and what may be meant. */
class WiringProblemsTest {
    private static final String SCHEMA = """
        type Query { post: Post posts: [Post!]! node: Node }
        interface Node { id: ID }
        type Post implements Node { id: ID title: String author: User authors: [User] }
        type User { name: String }
        """;

    static final class Users implements Loader<Long, String> {
        @Override
        public Map<Long, String> load(Set<Long> keys, Context context) {
            return Map.of();
        }
    }

    private static void assertProblems(Consumer<Wiring.Builder> wire, String... problems) {
        Wiring.Builder wiring = Wiring.builder();
        wire.accept(wiring);
        assertThatThrownBy(() -> Engine.builder(TestGraph.schema(SCHEMA))
                        .wiring(wiring.build())
                        .build())
                .isInstanceOfSatisfying(
                        WiringException.class,
                        e -> org.assertj.core.api.Assertions.assertThat(e.problems())
                                .containsExactly(problems))
                .hasMessage(String.join(System.lineSeparator(), problems));
    }

    @Test
    void fields_and_types_that_are_not_there() {
        assertProblems(
                wiring -> wiring.query("pots", (arguments, context) -> null)
                        .function("Post.titel", (root, arguments, context, info) -> null)
                        .function("Psot.title", (root, arguments, context, info) -> null)
                        .function("Zebra.stripes", (root, arguments, context, info) -> null),
                "The wiring declares Post.titel, but type \"Post\" has no field \"titel\". Did you mean \"title\"?",
                "The wiring declares Psot.title, but the schema has no object type \"Psot\". Did you mean \"Post\"?",
                "The wiring declares Zebra.stripes, but the schema has no object type \"Zebra\".",
                "The wiring declares the query pots, but type \"Query\" has no field \"pots\". Did you mean \"post\""
                        + " or \"posts\"?");
    }

    @Test
    void fields_of_interfaces() {
        assertProblems(
                wiring -> wiring.function("Node.id", (root, arguments, context, info) -> null),
                "The wiring declares Node.id, but \"Node\" is an interface: declare the field for each of its object"
                        + " types.");
    }

    @Test
    void types_that_are_not_there() {
        assertProblems(
                wiring -> wiring.type("Usr", String.class),
                "The wiring declares java.lang.String as \"Usr\", but the schema has no type \"Usr\". Did you mean"
                        + " \"User\"?");
        assertProblems(
                wiring -> wiring.typeOf("Nod", value -> "Post").typeOf("User", value -> "User"),
                "The wiring tells the types of \"Nod\", but the schema has no interface or union \"Nod\". Did you mean"
                        + " \"Node\"?",
                "The wiring tells the types of \"User\", but the schema has no interface or union \"User\".");
    }

    @Test
    void kinds_of_operations_that_are_not_there() {
        assertProblems(
                wiring -> wiring.mutation("add", (arguments, context) -> null)
                        .subscription("added", (arguments, context) -> null),
                "The wiring declares the mutation add, but the schema has no mutation type.",
                "The wiring declares the subscription added, but the schema has no subscription type.");
    }

    @Test
    void loaders_that_are_not_declared() {
        assertProblems(
                wiring -> wiring.type("Post", Long.class, post -> post.load("author", Users.class, id -> id)),
                "The wiring uses " + Users.class.getName()
                        + " for Post.author, but does not declare it: add .loader(Users.class, ...).");
    }

    @Test
    void several_keys_for_a_field_that_is_no_list() {
        assertProblems(
                wiring -> wiring.type(
                                "Post",
                                Long.class,
                                post -> post.loadEach("author", Users.class, id -> Set.of(id))
                                        .loadEach("authors", Users.class, id -> Set.of(id)))
                        .loader(new Users()),
                "The wiring loads each of several keys for Post.author, but Post.author is a User, not a list.");
    }

    @Test
    void declarations_that_are_made_twice() {
        Wiring.Builder wiring = Wiring.builder()
                .query("post", (arguments, context) -> null)
                .function("Post.title", (root, arguments, context, info) -> null)
                .loader(new Users());
        assertThatThrownBy(() -> wiring.query("post", (arguments, context) -> null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The query post was declared twice");
        assertThatThrownBy(() -> wiring.type("Post", String.class, post -> post.field("title", text -> text)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Post.title was declared twice");
        assertThatThrownBy(() -> wiring.loader(Users.class, context -> new Users()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Loader " + Users.class.getName() + " was declared twice");
        assertThatThrownBy(() -> Wiring.builder().loader(new Users()).loader(new Users()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_root_field_that_is_declared_in_both_forms() {
        assertProblems(
                wiring -> wiring.query("post", (arguments, context) -> null)
                        .function("Query.post", (root, arguments, context, info) -> null),
                "The wiring declares Query.post twice: as a query, and as a field of \"Query\".");
    }

    @Test
    void coordinates_that_are_none() {
        for (String wrong : new String[] {"Post", "Post.", ".title", "Post.title.x", ""}) {
            assertThatThrownBy(() -> Wiring.builder().function(wrong, (root, arguments, context, info) -> null))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("Expected Type.field, found \"" + wrong + "\"");
        }
    }
}
