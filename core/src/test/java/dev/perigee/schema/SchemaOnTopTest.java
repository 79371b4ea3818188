package dev.perigee.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perigee.language.Source;
import dev.perigee.language.SyntaxException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SchemaOnTopTest {
    private static final Source GENERATED = Source.of("generated", """
        type Query {
          track: Track
        }

        "A piece of music."
        type Track {
          id: ID!
          name: String
        }

        enum Direction {
          UP
        }
        """);

    @Test
    void several_become_one() {
        Source other = Source.of("other", """
            type Query {
              album: Album
            }

            type Album {
              id: ID!
            }

            enum Direction {
              UP
            }
            """);
        assertThat(print(SchemaOnTop.of(List.of(GENERATED, other), List.of()))).isEqualTo("""
            type Query {
              track: Track
              album: Album
            }

            \"""A piece of music.\"""
            type Track {
              id: ID!
              name: String
            }

            enum Direction {
              UP
            }

            type Album {
              id: ID!
            }
            """);
    }

    @Test
    void what_several_define_differently_is_told() {
        Source other = Source.of("other", "enum Direction { DOWN }");
        assertThatThrownBy(() -> print(SchemaOnTop.of(List.of(GENERATED, other), List.of())))
                .isInstanceOf(SchemaException.class)
                .hasMessageContaining("Direction");
    }

    @Test
    void extensions_add() {
        List<Source> sources = on("extend type Track { length: Int }");
        assertThat(sources.getFirst()).isSameAs(GENERATED);
        assertThat(print(sources)).contains("name: String\n  length: Int");
    }

    @Test
    void definitions_replace_those_of_their_name() {
        assertThat(print(on("type Track { title: String }", "enum Direction { DOWN }")))
                .isEqualTo("""
                    type Query {
                      track: Track
                    }

                    type Track {
                      title: String
                    }

                    enum Direction {
                      DOWN
                    }
                    """);
    }

    @Test
    void what_is_defined_twice_in_files_is_still_wrong() {
        List<Source> sources = on("type Track { title: String }", "type Track { name: String }");
        assertThatThrownBy(() -> Schema.read(sources)).hasMessageContaining("Track");
    }

    @Test
    void a_file_that_is_no_sdl_says_where() {
        assertThatThrownBy(() -> on("type {"))
                .isInstanceOfSatisfying(
                        SyntaxException.class,
                        wrong -> assertThat(wrong.location()).hasToString("file0:1:6"));
    }

    private static List<Source> on(String... files) {
        List<Source> sources = new ArrayList<>();
        for (String file : files) sources.add(Source.of("file" + sources.size(), file));
        return SchemaOnTop.of(GENERATED, sources);
    }

    private static String print(List<Source> sources) {
        return SchemaPrinter.print(Schema.read(sources));
    }
}
