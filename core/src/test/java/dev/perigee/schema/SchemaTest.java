package dev.perigee.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.perigee.language.OperationType;
import dev.perigee.language.Parser;
import dev.perigee.language.ParserLimits;
import dev.perigee.language.Source;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SchemaTest {
    private static final Schema SCHEMA = read("""
        type Query { a(b: In!, c: Int! = 1): [[A!]!]! }
        interface Node { id: ID }
        interface Named implements Node { id: ID name: String }
        interface Empty { x: Int }
        type A implements Node { id: ID }
        type B implements Node & Named { id: ID name: String }
        type C { c: Int }
        union AB = A | B
        union CQ = C | Query
        input In { x: Int! y: [E] = A z: In }
        enum E { A }
        "Says it."
        directive @tag(name: String!, level: Int = 1) repeatable on OBJECT | FIELD_DEFINITION
        type Tagged @tag(name: "x") @tag(name: "y", level: 2) { a: Int @tag(name: "z") @deprecated }
        extend type Tagged @tag(name: "w")
        """);

    @Test
    void types_print_as_they_are_written_and_are_equal_when_their_parts_are_the_same() {
        Type type = SCHEMA.queryType().field("a").type();
        assertThat(type).hasToString("[[A!]!]!").isEqualTo(type("[[A!]!]!")).hasSameHashCodeAs(type("[[A!]!]!"));
        assertThat(type)
                .isNotEqualTo(type("[[A]!]!"))
                .isNotEqualTo(type("[[B!]!]!"))
                .isNotEqualTo(type("[A!]!"));
        assertThat(type.named()).isSameAs(SCHEMA.type("A"));
        assertThat(type.nullable()).hasToString("[[A!]!]");
        assertThat(type.isNonNull()).isTrue();
        assertThat(type("A").nullable()).isSameAs(SCHEMA.type("A"));
        assertThatThrownBy(() -> new NonNull(type))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("[[A!]!]! is non-null already.");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void kinds(String type, boolean input, boolean output, boolean leaf) {
        assertThat(type(type).isInput()).isEqualTo(input);
        assertThat(type(type).isOutput()).isEqualTo(output);
        assertThat(type(type).isLeaf()).isEqualTo(leaf);
    }

    static Stream<Arguments> kinds() {
        return Stream.of(
                arguments("[Int!]!", true, true, true),
                arguments("E", true, true, true),
                arguments("[In]", true, false, false),
                arguments("A!", false, true, false),
                arguments("Node", false, true, false),
                arguments("AB", false, true, false));
    }

    @ParameterizedTest(name = "{0} of {1}: {2}")
    @MethodSource
    void subtypes(String sub, String of, boolean expected) {
        assertThat(SCHEMA.isSubtype(type(sub), type(of))).isEqualTo(expected);
    }

    static Stream<Arguments> subtypes() {
        return Stream.of(
                arguments("A", "A", true),
                arguments("A!", "A", true),
                arguments("A", "A!", false),
                arguments("A", "Node", true),
                arguments("B!", "Named!", true),
                arguments("Named", "Node", true),
                arguments("Node", "A", false),
                arguments("A", "AB", true),
                arguments("C", "AB", false),
                arguments("AB", "Node", false),
                arguments("[A!]!", "[Node]", true),
                arguments("[A]", "[Node!]", false),
                arguments("[A]", "A", false),
                arguments("A", "[A]", false),
                arguments("Int", "Float", false));
    }

    @Test
    void possible_types() {
        assertThat(possible("A")).isEqualTo("A");
        assertThat(possible("Node")).isEqualTo("A B");
        assertThat(possible("Named")).isEqualTo("B");
        assertThat(possible("Empty")).isEmpty();
        assertThat(possible("CQ")).isEqualTo("C Query");
        assertThat(SCHEMA.isPossibleType(composite("Node"), object("A"))).isTrue();
        assertThat(SCHEMA.isPossibleType(composite("Named"), object("A"))).isFalse();
        assertThat(SCHEMA.isPossibleType(composite("A"), object("A"))).isTrue();
        assertThat(SCHEMA.isPossibleType(composite("A"), object("B"))).isFalse();
        assertThat(SCHEMA.isPossibleType(composite("CQ"), object("C"))).isTrue();
    }

    @ParameterizedTest(name = "{0} and {1}: {2}")
    @MethodSource
    void overlaps(String one, String other, boolean expected) {
        assertThat(SCHEMA.overlap(composite(one), composite(other))).isEqualTo(expected);
        assertThat(SCHEMA.overlap(composite(other), composite(one))).isEqualTo(expected);
    }

    static Stream<Arguments> overlaps() {
        return Stream.of(
                arguments("A", "A", true),
                arguments("A", "B", false),
                arguments("A", "Node", true),
                arguments("A", "Named", false),
                arguments("Node", "Named", true),
                arguments("AB", "Named", true),
                arguments("AB", "CQ", false),
                arguments("Empty", "Empty", true),
                arguments("Empty", "Node", false));
    }

    /** Sets of all sizes, against what a simple comparison says. */
    @ParameterizedTest
    @MethodSource
    void overlaps_are_what_possible_types_say(long seed) {
        Schema schema = read(RandomSchemas.sdl(seed, 60));
        List<CompositeType> types = schema.types().stream()
                .filter(CompositeType.class::isInstance)
                .map(CompositeType.class::cast)
                .toList();
        for (CompositeType one : types) {
            for (CompositeType other : types) {
                boolean expected = one == other
                        || schema.possibleTypes(one).stream().anyMatch(schema.possibleTypes(other)::contains);
                assertThat(schema.overlap(one, other)).isEqualTo(expected);
            }
        }
    }

    static LongStream overlaps_are_what_possible_types_say() {
        return LongStream.range(0, 3);
    }

    @Test
    void members_say_where_they_are() {
        OutputField field = SCHEMA.queryType().field("a");
        assertThat(field.coordinate()).isEqualTo("Query.a");
        assertThat(field.argument("b").coordinate()).isEqualTo("Query.a(b:)");
        assertThat(field.argument("b").isRequired()).isTrue();
        assertThat(field.argument("c").isRequired()).isFalse();
        assertThat(field.argument("c").coercedDefault()).isEqualTo(1);
        assertThat(field.argument("d")).isNull();
        assertThatThrownBy(() -> field.argument("b").coercedDefault())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Query.a(b:) has no default value.");
        InputObjectType input = (InputObjectType) SCHEMA.type("In");
        assertThat(input.field("y").coordinate()).isEqualTo("In.y");
        assertThat(input.field("y").coercedDefault()).isEqualTo(List.of("A"));
        assertThat(((EnumType) SCHEMA.type("E")).value("A").coordinate()).isEqualTo("E.A");
        assertThat(SCHEMA.directive("tag").argument("name").coordinate()).isEqualTo("@tag(name:)");
        assertThat(field.location()).hasToString("test:1:14");
        assertThat(SCHEMA.directive("tag").location()).hasToString("test:13:1"); // after its description
    }

    @Test
    void applied_directives_have_their_arguments_coerced_and_defaults_applied() {
        ObjectType tagged = object("Tagged");
        assertThat(tagged.appliedDirectives())
                .extracting(AppliedDirective::arguments)
                .containsExactly(
                        Map.of("name", "x", "level", 1),
                        Map.of("name", "y", "level", 2),
                        Map.of("name", "w", "level", 1));
        assertThat(tagged.field("a").appliedDirectives())
                .extracting(AppliedDirective::name)
                .containsExactly("tag", "deprecated");
        assertThat(tagged.field("a").deprecationReason()).isEqualTo("No longer supported");
        assertThat(tagged.appliedDirectives().getFirst().node().location()).hasToString("test:14:13");
    }

    @Test
    void roots_and_directives() {
        Schema schema = read(
                "schema { query: Q mutation: M } type Q { a: Int } type M { a: Int } type Subscription { a: Int }");
        assertThat(schema.queryType().name()).isEqualTo("Q");
        assertThat(schema.mutationType()).isSameAs(schema.type("M"));
        assertThat(schema.subscriptionType()).isNull();
        assertThat(schema.rootType(OperationType.MUTATION)).isSameAs(schema.type("M"));
        assertThat(SCHEMA.directives())
                .extracting(DirectiveType::coordinate)
                .containsExactly("@include", "@skip", "@deprecated", "@specifiedBy", "@oneOf", "@tag");
        assertThat(SCHEMA.directive("tag").isRepeatable()).isTrue();
        assertThat(SCHEMA.directive("tag").locations())
                .containsExactly(DirectiveLocation.OBJECT, DirectiveLocation.FIELD_DEFINITION);
        assertThat(SCHEMA.directive("x")).isNull();
    }

    @Test
    void many_sources_are_one_schema_and_problems_name_theirs() {
        Source query = Source.of("query.graphql", "type Query { post: Post }");
        Source post = Source.of("post.graphql", "\n\nextend type Query { posts: [Post] }\ntype Post { title: Strin }");
        Source broken = Source.of("broken.graphql", "type {");
        assertThatThrownBy(() -> Schema.of(query, post))
                .isInstanceOf(SchemaException.class)
                .hasMessage("post.graphql:4:20: \"Post.title\" needs type \"Strin\", which is not defined."
                        + " Did you mean \"String\"?");
        assertThatThrownBy(() -> Schema.of(query))
                .isInstanceOf(SchemaException.class)
                .hasMessage("query.graphql:1:20: \"Query.post\" needs type \"Post\", which is not defined.");
        assertThatThrownBy(() -> Schema.of(broken, post, broken))
                .isInstanceOfSatisfying(
                        SchemaException.class,
                        exception -> assertThat(exception.problems())
                                .hasSize(2)
                                .allMatch(problem -> problem.toString().startsWith("broken.graphql:1:6: ")));
        assertThatThrownBy(Schema::of)
                .isInstanceOf(SchemaException.class)
                .hasMessageStartingWith("There is no query type");
    }

    @Test
    void limits_can_be_set() {
        Source source = Source.of("test", "type Query { a: Int }");
        assertThatThrownBy(() -> SchemaReader.from(source)
                        .limits(new ParserLimits(1000, 5, 10))
                        .read())
                .isInstanceOf(SchemaException.class)
                .hasMessageContaining("5");
    }

    /** What readers share is never changed by one of them. */
    @Test
    void schemas_cannot_be_changed() {
        for (Object collection : List.of(
                SCHEMA.types(),
                SCHEMA.directives(),
                SCHEMA.queryType().fields(),
                SCHEMA.queryType().fieldNames(),
                SCHEMA.possibleTypes(composite("Node")),
                SCHEMA.directive("tag").locations(),
                ((EnumType) SCHEMA.type("E")).values(),
                SCHEMA.queryType().field("a").arguments(),
                object("Tagged").appliedDirectives())) {
            assertThatThrownBy(() -> ((Collection<?>) collection).clear())
                    .isInstanceOf(UnsupportedOperationException.class);
        }
    }

    @Test
    void many_threads_read_one_schema() {
        Schema schema = read(RandomSchemas.sdl(7, 20));
        String expected = SchemaPrinter.print(schema);
        List<String> printed = IntStream.range(0, 64)
                .parallel()
                .mapToObj(i -> SchemaPrinter.print(schema))
                .toList();
        assertThat(printed).allMatch(expected::equals);
    }

    private static String possible(String type) {
        return SCHEMA.possibleTypes(composite(type)).stream()
                .map(ObjectType::name)
                .collect(Collectors.joining(" "));
    }

    private static CompositeType composite(String name) {
        return (CompositeType) Objects.requireNonNull(SCHEMA.type(name), name);
    }

    private static ObjectType object(String name) {
        return (ObjectType) composite(name);
    }

    private static Type type(String text) {
        return Objects.requireNonNull(SCHEMA.type(Parser.parseType(text)), text);
    }

    private static Schema read(String sdl) {
        return Schema.of(Source.of("test", sdl));
    }
}
