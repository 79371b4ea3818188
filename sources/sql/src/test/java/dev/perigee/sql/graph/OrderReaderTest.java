package dev.perigee.sql.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.perigee.sql.model.Column.Trait;
import dev.perigee.sql.model.Kind;
import dev.perigee.sql.model.Table;
import dev.perigee.sql.statement.Order;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OrderReaderTest {
    static Stream<Arguments> orders() {
        return Stream.of(
                Arguments.of(null, "id asc"),
                Arguments.of(List.of(), "id asc"),
                Arguments.of(List.of(Map.of("title", "ASC")), "title asc, id asc"),
                Arguments.of(List.of(Map.of("title", "DESC")), "title desc, id desc"),
                Arguments.of(List.of(Map.of("price", "DESC_NULLS_FIRST")), "price desc nulls first, id desc"),
                Arguments.of(List.of(Map.of("price", "ASC_NULLS_FIRST")), "price asc nulls first, id asc"),
                Arguments.of(List.of(Map.of("id", "DESC")), "id desc"),
                Arguments.of(List.of(Map.of("id", "DESC"), Map.of("title", "ASC")), "id desc, title asc"),
                Arguments.of(
                        List.of(Map.of("title", "DESC"), Map.of("price", "ASC"), Map.of("title", "DESC")),
                        "title desc, price asc, id asc"));
    }

    @ParameterizedTest
    @MethodSource("orders")
    void completesOrders(List<Map<String, String>> orderBy, String expected) {
        assertThat(text(OrderReader.read(Library.POST, orderBy))).isEqualTo(expected);
    }

    @Test
    void tellsRowsApartByTheBestVisibleKey() {
        assertThat(text(OrderReader.read(Library.POST_TAG, null))).isEqualTo("postId asc, tagName asc");
        assertThat(text(OrderReader.read(Library.DRAFT, null))).isEqualTo("postId asc, text asc");
        Table hiddenKey = new TableSketch("HiddenKey")
                .column("id", Kind.BIGINT, Trait.HIDDEN)
                .column("nick", Kind.TEXT, Trait.NULLABLE)
                .column("code", Kind.UUID)
                .column("photo", Kind.BINARY)
                .key("id")
                .unique("findByNick", "nick")
                .unique("findByCode", "code")
                .table();
        assertThat(text(OrderReader.read(hiddenKey, null))).isEqualTo("code asc");
    }

    @Test
    void refusesWhatNoSchemaLetsThrough() {
        for (String field : List.of("score", "cover", "nothing")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> OrderReader.read(Library.POST, List.of(Map.of(field, "ASC"))))
                    .withMessage("No order of post by " + field);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OrderReader.read(Library.ACCOUNT, List.of(Map.of("passwordHash", "ASC"))));
    }

    private static String text(List<Order> order) {
        return order.stream()
                .map(each -> each.column()
                        + (each.isDescending() ? " desc" : " asc")
                        + (each.nullsFirst() ? " nulls first" : ""))
                .collect(Collectors.joining(", "));
    }
}
