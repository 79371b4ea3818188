package dev.perigee.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perigee.language.Parser;
import dev.perigee.language.Source;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class IntrospectionTest {
    private static final Schema SCHEMA = Schema.of(Source.of("test", """
        "A schema."
        schema { query: Q mutation: M }
        "A query."
        type Q implements I { a(b: [B!]! = [{ c: "x" }], old: Int @deprecated): [[Int!]]! id: ID! old: U @deprecated(reason: "why") }
        type M { a: S }
        interface I { id: ID! }
        input B { c: String = "d" old: E @deprecated }
        input O @oneOf { a: Int }
        union U = Q | M
        enum E { A B @deprecated }
        scalar S @specifiedBy(url: "https://example.com")
        directive @d("An x." x: Int = 1, old: Int @deprecated) repeatable on FIELD | QUERY
        """));

    /** Each field of each introspection type, read from some object. */
    @Test
    void fields_of_types() {
        assertThat(type("Q", "kind", "name", "description", "specifiedByURL", "isOneOf"))
                .containsExactly("OBJECT", "Q", "A query.", null, null);
        assertThat(type("S", "kind", "specifiedByURL", "fields", "inputFields", "enumValues", "possibleTypes"))
                .containsExactly("SCALAR", "https://example.com", null, null, null, null);
        assertThat(type("O", "kind", "isOneOf", "interfaces")).containsExactly("INPUT_OBJECT", true, null);
        assertThat(type("B", "kind", "isOneOf", "ofType")).containsExactly("INPUT_OBJECT", false, null);
        assertThat(type("U", "kind", "possibleTypes")).containsExactly("UNION", List.of(named("Q"), named("M")));
        assertThat(type("I", "kind", "possibleTypes", "interfaces"))
                .containsExactly("INTERFACE", List.of(named("Q")), List.of());
        assertThat(type("Q", "interfaces", "possibleTypes", "enumValues"))
                .containsExactly(List.of(named("I")), null, null);
        assertThat(type("E", "kind", "fields")).containsExactly("ENUM", null);
        assertThat(read(new ListOf(named("Q")), "__Type", "kind", "name", "ofType", "description", "fields"))
                .containsExactly("LIST", null, named("Q"), null, null);
        assertThat(read(new NonNull(named("Q")), "__Type", "kind", "ofType")).containsExactly("NON_NULL", named("Q"));
    }

    @Test
    void deprecated_ones_are_there_if_asked_for() {
        ObjectType query = SCHEMA.queryType();
        assertThat(list(query, "__Type", "fields", false)).hasToString("[Q.a, Q.id]");
        assertThat(list(query, "__Type", "fields", true)).hasToString("[Q.a, Q.id, Q.old]");
        assertThat(list(named("E"), "__Type", "enumValues", false)).hasToString("[E.A]");
        assertThat(list(named("E"), "__Type", "enumValues", true)).hasToString("[E.A, E.B]");
        assertThat(list(named("B"), "__Type", "inputFields", false)).hasToString("[B.c]");
        assertThat(list(named("B"), "__Type", "inputFields", true)).hasToString("[B.c, B.old]");
        assertThat(list(query.field("a"), "__Field", "args", false)).hasToString("[Q.a(b:)]");
        assertThat(list(query.field("a"), "__Field", "args", true)).hasToString("[Q.a(b:), Q.a(old:)]");
        assertThat(list(SCHEMA.directive("d"), "__Directive", "args", false)).hasToString("[@d(x:)]");
        assertThat(list(SCHEMA.directive("d"), "__Directive", "args", true)).hasToString("[@d(x:), @d(old:)]");
    }

    @Test
    void fields_of_members() {
        OutputField old = SCHEMA.queryType().field("old");
        assertThat(read(old, "__Field", "name", "description", "type", "isDeprecated", "deprecationReason"))
                .containsExactly("old", null, named("U"), true, "why");
        InputValue argument = SCHEMA.queryType().field("a").argument("b");
        assertThat(read(argument, "__InputValue", "name", "defaultValue", "isDeprecated", "deprecationReason"))
                .containsExactly("b", "[{ c: \"x\" }]", false, null);
        EnumMember value = ((EnumType) named("E")).value("B");
        assertThat(read(value, "__EnumValue", "name", "description", "isDeprecated", "deprecationReason"))
                .containsExactly("B", null, true, "No longer supported");
        assertThat(read(SCHEMA.directive("d"), "__Directive", "name", "description", "isRepeatable", "locations"))
                .containsExactly("d", null, true, List.of("FIELD", "QUERY"));
        assertThat(read(SCHEMA, "__Schema", "description", "queryType", "mutationType", "subscriptionType"))
                .containsExactly("A schema.", named("Q"), named("M"), null);
    }

    @Test
    void meta_fields() {
        assertThat(Introspection.TYPENAME.coordinate()).isEqualTo("__typename");
        assertThat(Introspection.TYPENAME.type()).hasToString("String!");
        assertThat(Introspection.SCHEMA.type()).hasToString("__Schema!");
        assertThat(Introspection.TYPE.type()).hasToString("__Type");
        assertThat(Introspection.TYPE.arguments()).singleElement().satisfies(name -> {
            assertThat(name.type()).hasToString("String!");
            assertThat(name.isRequired()).isTrue();
        });
        assertThat(Introspection.metaField(SCHEMA, SCHEMA.queryType(), "__schema"))
                .isSameAs(Introspection.SCHEMA);
        assertThat(Introspection.metaField(SCHEMA, (ObjectType) named("M"), "__schema"))
                .isNull();
        assertThat(Introspection.metaField(SCHEMA, (UnionType) named("U"), "__typename"))
                .isSameAs(Introspection.TYPENAME);
        var reader = Introspection.reader(SCHEMA, Introspection.TYPE);
        assertThat(reader.read("", Map.of("name", "Q"))).isSameAs(named("Q"));
        assertThat(reader.read("", Map.of("name", "__Type"))).isSameAs(SCHEMA.type("__Type"));
        assertThat(reader.read("", Map.of("name", "Float"))).isNull(); // the schema doesn't use it
        assertThat(reader.read("", Map.of("name", "X"))).isNull();
        assertThatThrownBy(() -> Introspection.reader(SCHEMA, SCHEMA.queryType().field("a")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Q.a is not a field of introspection.");
    }

    @Test
    void every_field_of_every_introspection_type_can_be_read() {
        for (DefinedType type : SCHEMA.types()) {
            if (!(type instanceof ObjectType object) || !object.isBuiltIn()) continue;
            for (OutputField field : object.fields())
                assertThat(Introspection.reader(SCHEMA, field)).isNotNull();
        }
    }

    @Test
    void scalars_are_listed_if_they_are_in_use() {
        assertThat(SCHEMA.types())
                .filteredOn(type -> type instanceof ScalarType)
                .extracting(DefinedType::name)
                .containsExactly("S", "String", "Int", "Boolean", "ID");
        assertThat(SCHEMA.type("Float")).isSameAs(BuiltInScalars.FLOAT);
    }

    @ParameterizedTest
    @EnumSource
    void each_feature_of_the_query_can_be_left_out(IntrospectionFeature feature) {
        String all = Introspection.query();
        String without = Introspection.query(EnumSet.complementOf(EnumSet.of(feature)));
        assertThat(without).hasSizeLessThan(all.length());
        for (String query : List.of(all, without, Introspection.query(EnumSet.of(feature)))) {
            assertThat(query).doesNotContain("#");
            Parser.parse(query);
        }
        Schema again = IntrospectionResult.toSchema(IntrospectionAnswer.answer(SCHEMA, without));
        assertThat(again.type("Q")).isInstanceOf(ObjectType.class);
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_result_reads_back_as_the_same_schema(long seed) {
        Schema schema = Schema.of(Source.of("test", RandomSchemas.introspectable(seed, 1 + (int) (seed % 12))));
        Schema again = IntrospectionResult.toSchema(IntrospectionResult.of(schema));
        assertThat(SchemaPrinter.print(again)).isEqualTo(SchemaPrinter.print(schema));
    }

    @Test
    void a_whole_response_will_do() {
        Schema again = IntrospectionResult.toSchema(Map.of("data", IntrospectionResult.of(SCHEMA)));
        assertThat(again.queryType().name()).isEqualTo("Q");
    }

    private static DefinedType named(String name) {
        return Objects.requireNonNull(SCHEMA.type(name), name);
    }

    private static List<Object> type(String name, String... fields) {
        return read(named(name), "__Type", fields);
    }

    private static List<Object> read(Object parent, String type, String... fields) {
        List<Object> values = new ArrayList<>();
        for (String field : fields) values.add(reader(type, field).read(parent, Map.of()));
        return values;
    }

    private static Object list(Object parent, String type, String field, boolean deprecated) {
        return reader(type, field).read(parent, Map.of("includeDeprecated", deprecated));
    }

    private static IntrospectionReader reader(String type, String field) {
        return Introspection.reader(SCHEMA, Objects.requireNonNull(((ObjectType) named(type)).field(field), field));
    }
}
