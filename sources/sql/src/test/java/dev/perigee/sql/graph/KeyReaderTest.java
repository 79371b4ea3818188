package dev.perigee.sql.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.perigee.data.Arguments;
import dev.perigee.sql.model.Column;
import dev.perigee.sql.model.Column.Trait;
import dev.perigee.sql.model.Kind;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyReaderTest {
    @ParameterizedTest
    @CsvSource({
        "BIGINT, 5, 5",
        "BIGINT, -5, -5",
        "BIGINT, 9223372036854775807, 9223372036854775807",
        "BIGINT, 9223372036854775808, ",
        "BIGINT, 05, ",
        "BIGINT, +5, ",
        "BIGINT, -0, ",
        "BIGINT, '', ",
        "BIGINT, ٥, ",
        "INTEGER, 2147483647, 2147483647",
        "INTEGER, 2147483648, ",
        "UUID, F81D4FAE-7dec-11d0-a765-00a0c91e6bf6, f81d4fae-7dec-11d0-a765-00a0c91e6bf6",
        "UUID, 1-1-1-1-1, ",
        "TEXT, 05, 05"
    })
    void readsIdsByTheKindOfTheirColumn(Kind kind, String id, String expected) {
        Object value = KeyReader.value(reference(kind), id);
        if (value != null) assertThat(value).isInstanceOf(kind.javaClass());
        assertThat(value == null ? null : value.toString()).isEqualTo(expected);
    }

    @Test
    void readsWholeKeysOrNone() {
        List<Column> key = Library.POST_TAG.primaryKey();
        assertThat(KeyReader.read(key, Arguments.of(Map.of("postId", "5", "tagName", "java"))))
                .isEqualTo(List.of(5L, "java"));
        assertThat(KeyReader.read(key, Arguments.of(Map.of("postId", "x", "tagName", "java"))))
                .isNull();
        assertThat(KeyReader.read(key, column -> column + "_", Arguments.of(Map.of("postId_", "5", "tagName_", "a"))))
                .isEqualTo(List.of(5L, "a"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KeyReader.read(key, Arguments.of(Map.of("postId", "5"))))
                .withMessage("No argument \"tagName\"");
    }

    @Test
    void takesValuesOfOtherColumnsAsTheyAre() {
        Column plain = new TableSketch("T").column("c", Kind.UUID).table().column("c");
        assertThat(KeyReader.value(plain, new UUID(1, 2))).isEqualTo(new UUID(1, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> KeyReader.value(plain, "x"));
    }

    private static Column reference(Kind kind) {
        return new TableSketch("T").column("c", kind, Trait.REFERENCE).table().column("c");
    }
}
