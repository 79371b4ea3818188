package dev.perigee.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.language.Parser;
import dev.perigee.language.ParserLimits;
import dev.perigee.language.Source;
import dev.perigee.schema.RandomSchemas;
import dev.perigee.schema.Schema;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents that are made to be valid have no problems. */
class ValidDocumentsTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 3, 8})
    void valid_documents_have_no_problems(int size) {
        for (int seed = 0; seed < 40; seed++) {
            Schema schema = Schemas.of(RandomSchemas.sdl(seed, size));
            for (int document = 0; document < 10; document++) {
                String text = RandomOperations.document(schema, 1000L * seed + document, 20 * size);
                var problems = Validator.validate(schema, Parser.parse(Source.of("", text), ParserLimits.SCHEMA));
                assertThat(problems)
                        .as("schema %s, document %s: %s", seed, document, text)
                        .isEmpty();
            }
        }
    }
}
