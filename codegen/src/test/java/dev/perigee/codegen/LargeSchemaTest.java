package dev.perigee.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.perigee.codegen.settings.GeneratorSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A schema of a very large API. */
class LargeSchemaTest {
    private static final int TYPES = 1_000;

    @Test
    void a_thousand_types(@TempDir Path folder) throws Exception {
        StringBuilder sdl = new StringBuilder("interface Node { id: ID! }\nunion Any = T0");
        for (int i = 1; i < TYPES; i++) sdl.append(" | T").append(i);
        sdl.append("\ntype Query {");
        for (int i = 0; i < TYPES; i++)
            sdl.append(" t")
                    .append(i)
                    .append("(a: Int, b: I")
                    .append(i)
                    .append("): T")
                    .append(i);
        sdl.append(" }\n");
        for (int i = 0; i < TYPES; i++) {
            sdl.append("type T%d implements Node { id: ID! any: Any next(n: Int! = 3): T%d all: [T%d!]! e: E%d }\n"
                    .formatted(i, (i + 1) % TYPES, (i + 7) % TYPES, i));
            sdl.append(
                    "input I%d { a: Int b: I%d c: [E%d!] }\nenum E%d { A B C }\n".formatted(i, (i + 1) % TYPES, i, i));
        }
        Path schema = Files.writeString(folder.resolve("schema.graphqls"), sdl);
        Path output = folder.resolve("out");
        var settings = GeneratorSettings.of(List.of(schema), "com.example.large", output);
        Outcome outcome = assertTimeoutPreemptively(Duration.ofMinutes(2), () -> Generator.update(settings));
        assertThat(outcome.written()).isGreaterThan(5 * TYPES);
        CompiledSources.check(folder.resolve("classes"), output);
    }
}
