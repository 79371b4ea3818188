package dev.perigee.schema;

import static dev.perigee.schema.Types.BOOLEAN;
import static dev.perigee.schema.Types.FLOAT;
import static dev.perigee.schema.Types.ID;
import static dev.perigee.schema.Types.INT;
import static dev.perigee.schema.Types.STRING;
import static dev.perigee.schema.Types.directive;
import static dev.perigee.schema.Types.enumType;
import static dev.perigee.schema.Types.inputObject;
import static dev.perigee.schema.Types.interfaceType;
import static dev.perigee.schema.Types.list;
import static dev.perigee.schema.Types.named;
import static dev.perigee.schema.Types.nonNull;
import static dev.perigee.schema.Types.object;
import static dev.perigee.schema.Types.scalar;
import static dev.perigee.schema.Types.union;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perigee.language.Source;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SchemaBuilderTest {
    enum Order {
        NEWEST,
        OLDEST
    }

    private static final Coercion SECONDS = PlainCoercion.INSTANCE;

    /** Everything that a schema can have, as SDL. */
    private static final String SDL = """
        \"""
        A blog.
        \"""
        schema @version(number: 1) @version(number: 2, note: "x") {
          query: Root
          mutation: Change
          subscription: Feed
        }

        "Marks versions."
        directive @version("From 1." number: Int! = 1, note: String @deprecated) repeatable on SCHEMA | OBJECT | FIELD_DEFINITION | ARGUMENT_DEFINITION | ENUM | ENUM_VALUE | INPUT_OBJECT | INPUT_FIELD_DEFINITION | INTERFACE | UNION | SCALAR

        type Root {
          "All posts."
          posts("At most." last: Int! = 5, order: Order = NEWEST, filter: Filter = { tags: ["a", "b"], limit: { rate: 0.5 } }): [Post!]!
          node(id: ID! @version): Node
          search(by: By!): [Found]
          old: Int @deprecated
          older(a: Int @deprecated(reason: "nobody needs it")): Int @deprecated(reason: "use old") @version
        }

        "A post."
        type Post implements Node & Dated @version(number: 3) {
          id: ID!
          at: Seconds!
          title: String
          public: Boolean
        }

        type Change {
          add(title: String!): Post
        }

        type Feed {
          posts: Post
        }

        interface Node @version {
          id: ID!
        }

        interface Dated implements Node {
          id: ID!
          at: Seconds!
        }

        union Found @version = Post | Change

        enum Order @version {
          "First the newest."
          NEWEST
          OLDEST @deprecated(reason: "use NEWEST") @version
        }

        input Filter @version {
          tags: [String!] = []
          limit: Limit
          since: Seconds = null
        }

        input Limit {
          rate: Float! = 1.5 @version
          count: Int @deprecated
        }

        input By @oneOf {
          id: ID
          title: String
        }

        "Seconds since the epoch."
        scalar Seconds @specifiedBy(url: "https://example.com/seconds") @version
        """;

    private static Schema codeFirst() {
        var node = interfaceType("Node").field("id", nonNull(ID)).apply("version");
        var dated = interfaceType("Dated")
                .implementing(node)
                .field("id", nonNull(ID))
                .field("at", nonNull("Seconds"));
        var post = object("Post")
                .description("A post.")
                .implementing(node)
                .implementing("Dated")
                .apply("version", Map.of("number", 3))
                .field("id", nonNull(ID))
                .field("at", nonNull("Seconds"))
                .field("title", STRING)
                .field("public", BOOLEAN);
        var filter = inputObject("Filter")
                .apply("version")
                .field("tags", list(nonNull(STRING)), tags -> tags.defaultValue(List.of()))
                .field("limit", named("Limit"))
                .field("since", named("Seconds"), since -> since.defaultValue(null));
        var root = object("Root")
                .field(
                        "posts",
                        nonNull(list(nonNull(post))),
                        posts -> posts.description("All posts.")
                                .argument(
                                        "last",
                                        nonNull(INT),
                                        last -> last.description("At most.").defaultValue(5))
                                .argument("order", named("Order"), order -> order.defaultValue(Order.NEWEST))
                                .argument(
                                        "filter",
                                        filter,
                                        argument -> argument.defaultValue(
                                                ordered("tags", List.of("a", "b"), "limit", Map.of("rate", 0.5)))))
                .field("node", node, field -> field.argument("id", nonNull(ID), id -> id.apply("version")))
                .field("search", list("Found"), search -> search.argument("by", nonNull("By")))
                .field("old", INT, old -> old.deprecated())
                .field(
                        "older",
                        INT,
                        older -> older.deprecated("use old")
                                .argument("a", INT, a -> a.deprecated("nobody needs it"))
                                .apply("version"));
        var change = object("Change").field("add", post, add -> add.argument("title", nonNull(STRING)));
        return Schema.builder()
                .description("A blog.")
                .apply("version", Map.of("number", 1))
                .apply("version", ordered("number", 2, "note", "x"))
                .directive(directive("version")
                        .description("Marks versions.")
                        .argument(
                                "number",
                                nonNull(INT),
                                number -> number.description("From 1.").defaultValue(1))
                        .argument("note", STRING, note -> note.deprecated())
                        .repeatable()
                        .on(DirectiveLocation.SCHEMA, DirectiveLocation.OBJECT, DirectiveLocation.FIELD_DEFINITION)
                        .on(DirectiveLocation.ARGUMENT_DEFINITION, DirectiveLocation.ENUM, DirectiveLocation.ENUM_VALUE)
                        .on(DirectiveLocation.INPUT_OBJECT, DirectiveLocation.INPUT_FIELD_DEFINITION)
                        .on(DirectiveLocation.INTERFACE, DirectiveLocation.UNION, DirectiveLocation.SCALAR))
                .query(root)
                .type(post)
                .mutation(change)
                .subscription(object("Feed").field("posts", post))
                .type(node)
                .type(dated)
                .type(union("Found").member(post).member("Change").apply("version"))
                .type(enumType("Order")
                        .apply("version")
                        .value(
                                "NEWEST",
                                newest ->
                                        newest.description("First the newest.").javaValue(Order.NEWEST))
                        .value(
                                "OLDEST",
                                oldest -> oldest.javaValue(Order.OLDEST)
                                        .deprecated("use NEWEST")
                                        .apply("version")))
                .type(filter)
                .type(inputObject("Limit")
                        .field(
                                "rate",
                                nonNull(FLOAT),
                                rate -> rate.defaultValue(1.5).apply("version"))
                        .field("count", INT, count -> count.deprecated()))
                .type(inputObject("By").oneOf().field("id", ID).field("title", STRING))
                .type(scalar("Seconds")
                        .description("Seconds since the epoch.")
                        .specifiedBy("https://example.com/seconds")
                        .apply("version")
                        .coercion(SECONDS))
                .build();
    }

    private static Map<String, Object> ordered(Object... namesAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) map.put((String) namesAndValues[i], namesAndValues[i + 1]);
        return map;
    }

    private static Schema schemaFirst() {
        return SchemaReader.from(Source.of("blog.graphql", SDL))
                .enumValues("Order", Order.class)
                .scalar("Seconds", SECONDS)
                .read();
    }

    @Test
    void both_ways_give_the_same_schema() {
        assertThat(SchemaPrinter.print(codeFirst())).isEqualTo(SchemaPrinter.print(schemaFirst()));
        assertThat(StructuralEquality.difference(codeFirst(), schemaFirst())).isEmpty();
    }

    @Test
    void the_comparison_sees_a_difference() {
        Schema other =
                Schema.of(Source.of("blog.graphql", SDL.replace("limit: { rate: 0.5 }", "limit: { rate: 0.25 }")));
        assertThat(StructuralEquality.difference(schemaFirst(), other)).contains("Order");
        Schema changed = SchemaReader.from(Source.of("x", SDL.replace("rate: 0.5", "rate: 0.25")))
                .enumValues("Order", Order.class)
                .scalar("Seconds", SECONDS)
                .read();
        assertThat(StructuralEquality.difference(schemaFirst(), changed)).endsWith("value: 0.5 / 0.25");
    }

    @Test
    void what_is_referred_to_is_found() {
        var post = object("Post").field("title", STRING);
        var author = object("Author").field("posts", list(post));
        post.field("author", author); // refers back
        Schema schema = Schema.builder()
                .query(object("Query").field("post", nonNull(post)))
                .build();
        assertThat(schema.types())
                .filteredOn(type -> !type.isBuiltIn())
                .extracting(DefinedType::name)
                .containsExactly("Query", "Post", "Author");
    }

    @Test
    void java_values_come_in_and_go_out() {
        EnumType order = (EnumType) Objects.requireNonNull(schemaFirst().type("Order"));
        assertThat(InputCoercion.coerceValue("OLDEST", order, "x").value()).isEqualTo(Order.OLDEST);
        assertThat(order.valueOf(Order.OLDEST)).isSameAs(order.value("OLDEST"));
        assertThat(order.valueOf("OLDEST")).isSameAs(order.value("OLDEST"));
        assertThat(order.valueOf("x")).isNull();
    }

    @Test
    void problems_say_where() {
        var builder = Schema.builder()
                .query(object("Query")
                        .field("a b", named("Strin"))
                        .field("b", INT, field -> field.argument("c", INT, argument -> argument.defaultValue("x"))))
                .type(object("Query").field("a", INT))
                .type(enumType("E").values("true", "A"))
                .type(scalar("Int").coercion(SECONDS));
        assertThatThrownBy(builder::build).isInstanceOf(SchemaException.class).hasMessage("""
            Type "Query" is defined more than once.
            A coercion is given for "Int", which is built in.
            "a b" is not a name: letters, digits and _, the first not a digit.
            "Query.a b" needs type "Strin", which is not defined. Did you mean "String"?
            Default value of "Query.b(c:)" is wrong: Int cannot represent "x": it is not an integer.
            Enum value "E.true" would read as the literal true.\
            """);
    }

    @Test
    void what_is_given_for_nothing_is_a_problem() {
        var reader = SchemaReader.from(Source.of("x", "type Query { a: E } enum E { A }"))
                .scalar("Date", SECONDS)
                .enumValue("E", "B", 1)
                .enumValue("F", "A", 1)
                .enumValue("Query", "A", 1);
        assertThatThrownBy(reader::read).isInstanceOf(SchemaException.class).hasMessage("""
            A coercion is given for "Date", which is not defined.
            Enum "E" has no value "B", for which a Java value is given.
            Values are given for "F", which is not defined.
            Values are given for "Query", which is an object.\
            """);
    }

    @Test
    void no_literal_stands_for_just_anything() {
        assertThatThrownBy(() -> object("A").apply("d", Map.of("x", new Object())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("No literal stands for a value of class Object.");
        assertThatThrownBy(() -> object("A").apply("d", Map.of("x", Double.NaN)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("No literal stands for NaN.");
    }
}
