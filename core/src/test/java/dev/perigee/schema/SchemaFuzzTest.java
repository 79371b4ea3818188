package dev.perigee.schema;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.language.Source;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever comes in, out comes a schema that prints and introspects as itself, or a list of problems. */
class SchemaFuzzTest {
    @Test
    void schemas_with_mistakes() {
        for (long seed = 0; seed < 500; seed++) read(RandomSchemas.broken(seed, 1 + (int) (seed % 4)));
    }

    @Test
    void bytes_with_mistakes() {
        for (long seed = 0; seed < 1_000; seed++) {
            Random random = new Random(seed);
            byte[] bytes = RandomSchemas.sdl(seed % 20, 2).getBytes(UTF_8);
            for (int i = 0; i < 3; i++) bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            read(Source.of("test", bytes));
        }
    }

    private static void read(String sdl) {
        read(Source.of("test", sdl));
    }

    private static void read(Source source) {
        Schema schema;
        try {
            schema = Schema.of(source);
        } catch (SchemaException exception) {
            assertThat(exception.problems()).isNotEmpty();
            return;
        }
        String printed = SchemaPrinter.print(schema);
        assertThat(SchemaPrinter.print(Schema.of(Source.of("printed", printed))))
                .isEqualTo(printed);
        assertThat(SchemaDiff.between(schema, schema)).isEmpty();
        IntrospectionResult.toSchema(IntrospectionResult.of(schema));
    }
}
