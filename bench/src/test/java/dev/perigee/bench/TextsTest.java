package dev.perigee.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.language.Source;
import dev.perigee.schema.Schema;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class TextsTest {
    /** The page names these sizes. */
    @Test
    void documents_have_the_sizes_that_the_page_names() {
        assertThat(Texts.read("introspection.graphql").length).isCloseTo(1_600, Percentage.withPercentage(5));
        assertThat(Texts.read("shop.graphql").length).isCloseTo(3_000, Percentage.withPercentage(5));
        assertThat(Texts.largeSchema().length).isCloseTo(100_000, Percentage.withPercentage(5));
    }

    @Test
    void the_large_schema_is_valid() {
        Schema schema = Schema.of(Source.of("large", Texts.largeSchema()));
        assertThat(schema.queryType().field("warehouseBySlug")).isNotNull();
    }
}
