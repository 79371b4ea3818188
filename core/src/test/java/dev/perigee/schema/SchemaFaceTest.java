package dev.perigee.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perigee.language.Source;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is left of a schema for an audience, and what must be left. */
class SchemaFaceTest {
    private static final String SERVER = " @audience(only: [\"server\"])";

    private static Schema schema(String sdl) {
        return Schema.of(Source.of("schema", sdl.replace("@server", SERVER)), AudienceDirective.SOURCE);
    }

    private static String face(String sdl, String audience) {
        return SchemaPrinter.print(SchemaFace.of(schema(sdl), audience));
    }

    @Test
    void hides_what_refers_to_what_is_hidden() {
        String sdl = """
            type Query { all: [Found] node(id: ID, kind: Kind, in: In): Node secret: Secret! }
            union Found = Open | Secret
            interface Node { id: ID }
            interface Traced @server { trace: ID }
            type Open implements Node & Traced { id: ID color: Color trace: ID }
            type Secret implements Node @server { id: ID }
            enum Kind @server { A }
            enum Color { RED INFRARED @server }
            input In { a: Int b: Int = 1 @server kind: Kind where: [Where!] }
            input Where @server { x: Int }
            """;
        assertThat(face(sdl, "mobile")).isEqualTo("""
            type Query {
              all: [Found]
              node(id: ID, in: In): Node
            }

            union Found = Open

            interface Node {
              id: ID
            }

            type Open implements Node {
              id: ID
              color: Color
              trace: ID
            }

            enum Color {
              RED
            }

            input In {
              a: Int
            }
            """);
        Schema unmarked = Schema.of(Source.of("schema", sdl.replace("@server", "")));
        assertThat(face(sdl, "server")).isEqualTo(SchemaPrinter.print(unmarked));
    }

    @Test
    void has_no_types_that_only_hidden_fields_lead_to() {
        String sdl = """
            type Query { a: Int stats(of: Of): Stats @server shared: Shared }
            type Stats { sum: Sum shared: Shared }
            type Sum { n: Int @server }
            type Shared { s: String }
            input Of { x: Int }
            type Orphan { o: Int }
            """;
        assertThat(SchemaFace.of(schema(sdl), "mobile").types().stream()
                        .filter(type -> !type.isBuiltIn())
                        .map(DefinedType::name))
                .containsExactly("Query", "Shared", "Orphan");
    }

    @Test
    void keeps_what_scalars_and_enum_values_stand_for() {
        Coercion coercion = new Coercion() {
            @Override
            public Object coerceInput(Object value) {
                return value;
            }

            @Override
            public Object coerceResult(Object value) {
                return value;
            }
        };
        Schema schema = SchemaReader.from(
                        Source.of("schema", "type Query { d: Day e: E } scalar Day enum E { A B" + SERVER + "}"),
                        AudienceDirective.SOURCE)
                .scalar("Day", coercion)
                .enumValue("E", "A", 1)
                .enumValue("E", "B", 2)
                .read();
        Schema face = SchemaFace.of(schema, "");
        assertThat(((ScalarType) face.type("Day")).coercion()).isSameAs(coercion);
        assertThat(((EnumType) face.type("E")).value("A").value()).isEqualTo(1);
        assertThat(((EnumType) face.type("E")).value("B")).isNull();
    }

    @Test
    void a_mark_on_an_interface_holds_for_those_who_implement_it() {
        String face = face("""
            type Query { a: A }
            interface I { x(y: Int @server, z: Int): Int secret: Int @server }
            type A implements I { x(y: Int, z: Int): Int secret: Int }
            """, "");
        assertThat(face).doesNotContain("secret").doesNotContain("y:").contains("x(z: Int): Int");
    }

    @Test
    void directives_that_need_what_is_hidden_are_hidden_and_not_applied() {
        String face = face("""
            directive @internal(level: Level!) on FIELD_DEFINITION
            directive @tag(name: String, level: Level) on FIELD_DEFINITION
            enum Level @server { LOW }
            type Query { a: Int @internal(level: LOW) b: Int @tag(level: LOW) c: Int @tag(name: "x") }
            """, "mobile");
        assertThat(face).isEqualTo("""
            directive @tag(name: String) on FIELD_DEFINITION

            type Query {
              a: Int
              b: Int
              c: Int @tag(name: "x")
            }
            """);
    }

    @Test
    void a_schema_without_the_directive_is_its_own_face() {
        Schema schema = Schema.of(Source.of("schema", "type Query { a: Int }"));
        assertThat(SchemaFace.of(schema, "server")).isSameAs(schema);
        assertThat(SchemaFace.audiences(schema)).isEmpty();
    }

    @Test
    void names_its_audiences() {
        Schema schema = schema("""
            type Query @audience(only: ["z"]) { a(x: Int @audience(only: ["c", "a"])): E }
            enum E { A B @audience(only: ["b"]) }
            input In { a: Int b: Int @audience(only: ["i"]) }
            """);
        assertThat(SchemaFace.audiences(schema)).containsExactly("a", "b", "c", "i", "z");
    }

    @Test
    void what_would_be_no_schema_is_told_with_what_to_do() {
        assertProblem(
                "type Query @server { a: Int }",
                "schema:1:1: For audience \"mobile\", the query type Query is hidden, and there must be one. Hide its"
                        + " fields instead.");
        assertProblem(
                "type Query { a: A } type A { x: Int @server }",
                "schema:1:21: For audience \"mobile\", A is left without a field. Hide it, too, or show a field of"
                        + " it.");
        assertProblem(
                "type Query { a: E } enum E { X @server }",
                "schema:1:21: For audience \"mobile\", E is left without a value. Hide it, too, or show a value of"
                        + " it.");
        assertProblem(
                "type Query { a: U } union U = A type A @server { x: Int }",
                "schema:1:21: For audience \"mobile\", U is left without a member. Hide it, too, or show a member of"
                        + " it.");
        assertProblem(
                "type Query { a(in: In): Int } input In { x: Int @server }",
                "schema:1:31: For audience \"mobile\", In is left without a field. Hide it, too, or show a field of"
                        + " it.");
        assertProblem(
                "type Query { a(x: Int! @server): Int }",
                "schema:1:16: For audience \"mobile\", Query.a(x:) is hidden, but required, so that nobody could use"
                        + " Query.a. Hide Query.a, too, or make it a nullable Int, or give it a default value.");
        assertProblem(
                "type Query { a(in: In): Int } input In { x: X! y: Int } input X @server { z: Int }",
                "schema:1:42: For audience \"mobile\", In.x is hidden, but required, so that nobody could use In. Hide"
                        + " In, too, or make it a nullable X, or give it a default value.");
        assertProblem(
                "type Query { a: A } interface I { x: Int } type A implements I { x: Int @server y: Int }",
                "schema:1:66: For audience \"mobile\", A.x is hidden, but I.x is not, which A implements. Hide I.x,"
                        + " too, or show A.x.");
        assertProblem(
                "type Query { a: A } interface I { x(y: Int): Int } type A implements I { x(y: Int @server): Int }",
                "schema:1:76: For audience \"mobile\", A.x(y:) is hidden, but I.x(y:) is not, which A implements. Hide"
                        + " I.x(y:), too, or show A.x(y:).");
        assertProblem(
                "type Query { a(e: [E!] = [A, B]): E } enum E { A B @server }",
                "schema:1:16: For audience \"mobile\", the default value of Query.a(e:) has E.B, which is hidden. Hide"
                        + " Query.a(e:), too, or give it another default value.");
        assertProblem(
                "type Query { a(in: In = {in: {x: 1}}): Int } input In { in: In x: Int @server }",
                "schema:1:16: For audience \"mobile\", the default value of Query.a(in:) has In.x, which is hidden."
                        + " Hide Query.a(in:), too, or give it another default value.");
        assertProblem(
                "type Query { a: A } interface I { x: Int } type A implements I { x(y: Int! = 1 @server, z: Int): Int }"
                        + " interface J { x(z: Int @audience(only: [\"mobile\"])): Int }",
                null);
    }

    /** @param problem null if there is none */
    private static void assertProblem(String sdl, String problem) {
        Schema schema = schema(sdl);
        if (problem == null) {
            assertThat(SchemaFace.of(schema, "mobile")).isNotNull();
            return;
        }
        assertThatThrownBy(() -> SchemaFace.of(schema, "mobile"))
                .isInstanceOfSatisfying(
                        SchemaException.class,
                        e -> assertThat(e.problems().stream().map(SchemaProblem::toString))
                                .isEqualTo(List.of(problem)));
    }

    @Test
    void other_rules_of_schemas_hold_for_faces_too() {
        Schema schema = schema("""
            directive @tag(level: Level) on FIELD_DEFINITION
            enum Level { LOW HIGH @server }
            type Query { a: Int @tag(level: HIGH) }
            """);
        assertThatThrownBy(() -> SchemaFace.of(schema, ""))
                .hasMessage("For callers without an audience, the schema is not valid: Argument \"@tag(level:)\" on"
                        + " \"Query.a\" is wrong: Enum \"Level\" has no value \"HIGH\".");
    }

    @Test
    void a_directive_of_another_make_and_an_audience_without_a_name_are_told() {
        Schema other = Schema.of(
                Source.of("schema", "type Query { a: Int } directive @audience(of: String) on FIELD_DEFINITION"));
        assertThatThrownBy(() -> SchemaFace.of(other, ""))
                .hasMessage("The directive @audience has no list as argument \"only\": leave its definition to"
                        + " AudienceDirective, or add it.");
        Schema unnamed = schema("type Query { a: Int @audience(only: [\"\"]) }");
        assertThatThrownBy(() -> SchemaFace.of(unnamed, ""))
                .hasMessage("@audience(only: [\"\"]): an audience must have a name.");
    }
}
