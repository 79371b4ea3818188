package dev.perigee.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.perigee.codegen.settings.GeneratorSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A schema of a very large API. */
class LargeSchemaTest {
    @TempDir
    private Path folder;

    @Test
    void a_thousand_types() throws Exception {
        Outcome outcome = assertTimeoutPreemptively(Duration.ofMinutes(2), () -> Generator.update(settings(1_000)));
        assertThat(outcome.written()).isGreaterThan(5_000);
    }

    /** Fewer of them, for javac takes longer than the generator. */
    @Test
    void what_is_generated_compiles() throws Exception {
        GeneratorSettings settings = settings(100);
        Generator.update(settings);
        CompiledSources.check(folder.resolve("classes"), settings.output());
    }

    private GeneratorSettings settings(int types) throws IOException {
        StringBuilder sdl = new StringBuilder("interface Node { id: ID! }\nunion Any = T0");
        for (int i = 1; i < types; i++) sdl.append(" | T").append(i);
        sdl.append("\ntype Query {");
        for (int i = 0; i < types; i++) sdl.append(" t%d(a: Int, b: I%d): T%d".formatted(i, i, i));
        sdl.append(" }\n");
        for (int i = 0; i < types; i++) {
            int next = (i + 1) % types;
            sdl.append("type T%d implements Node { id: ID! any: Any next(n: Int! = 3): T%d all: [T%d!]! e: E%d }\n"
                    .formatted(i, next, next, i));
            sdl.append("input I%d { a: Int b: I%d c: [E%d!] }\nenum E%d { A B C }\n".formatted(i, next, i, i));
        }
        Path schema = Files.writeString(folder.resolve("schema.graphqls"), sdl);
        return GeneratorSettings.of(List.of(schema), "com.example.large", folder.resolve("out"));
    }
}
