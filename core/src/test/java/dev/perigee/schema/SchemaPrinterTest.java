package dev.perigee.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.language.Source;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SchemaPrinterTest {
    @ParameterizedTest
    @MethodSource("seeds")
    void what_is_printed_reads_back_the_same(long seed) {
        Schema schema = read(RandomSchemas.sdl(seed, 1 + (int) (seed % 12)));
        String printed = SchemaPrinter.print(schema);
        Schema again = read(printed);
        assertThat(SchemaPrinter.print(again)).isEqualTo(printed);
        assertThat(StructuralEquality.difference(again, read(SchemaPrinter.print(again))))
                .isEmpty();
    }

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    @Test
    void built_ins_and_defaults_are_left_out() {
        assertThat(SchemaPrinter.print(read("""
            schema { query: Query mutation: Mutation }
            type Query { a: Int @deprecated(reason: "No longer supported") }
            type Mutation { b(c: Float = 1): ID }
            directive @skip(if: Boolean!) on FIELD
            scalar Int
            """))).isEqualTo("""
                type Query {
                  a: Int @deprecated
                }

                type Mutation {
                  b(c: Float = 1): ID
                }
                """);
    }

    @Test
    void the_schema_definition_is_there_where_it_is_needed() {
        assertThat(SchemaPrinter.print(read("schema { query: Query } type Query { a: Int } type Mutation { a: Int }")))
                .startsWith("schema {\n  query: Query\n}\n");
        assertThat(SchemaPrinter.print(read("\"A.\" schema { query: Query } type Query { a: Int }")))
                .startsWith("\"\"\"A.\"\"\"\nschema {\n  query: Query\n}\n");
        assertThat(SchemaPrinter.print(read("extend schema @d type Query { a: Int } directive @d on SCHEMA")))
                .startsWith("schema @d {\n  query: Query\n}\n");
        assertThat(SchemaPrinter.print(read("schema { query: Q } type Q { a: Int } input Subscription { a: Int }")))
                .startsWith("schema {\n  query: Q\n}\n");
    }

    @Test
    void extensions_are_part_of_the_type() {
        assertThat(SchemaPrinter.print(read("""
            extend type Query implements B @d { "Of b." b: Int }
            type Query implements A { a: Int }
            extend union U = B1
            union U = Query
            type B1 { a: Int }
            interface A { a: Int }
            interface B { b: Int }
            directive @d on OBJECT
            """))).isEqualTo("""
                directive @d on OBJECT

                type Query implements A & B @d {
                  a: Int
                  \"""Of b.\"""
                  b: Int
                }

                union U = Query | B1

                type B1 {
                  a: Int
                }

                interface A {
                  a: Int
                }

                interface B {
                  b: Int
                }
                """);
    }

    @Test
    void one_type_can_be_printed_too() {
        Schema schema = read("type Query { a: E } enum E { A B @deprecated(reason: \"x\") }");
        assertThat(SchemaPrinter.print(schema.type("E"))).isEqualTo("""
            enum E {
              A
              B @deprecated(reason: "x")
            }
            """);
    }

    private static Schema read(String sdl) {
        return Schema.of(Source.of("test", sdl));
    }
}
