package dev.perigee.sql.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perigee.data.ClientException;
import dev.perigee.sql.model.Column;
import dev.perigee.sql.model.Relation;
import dev.perigee.sql.model.Table;
import dev.perigee.sql.statement.Condition;
import dev.perigee.sql.statement.Condition.And;
import dev.perigee.sql.statement.Condition.Compare;
import dev.perigee.sql.statement.Condition.Exists;
import dev.perigee.sql.statement.Condition.In;
import dev.perigee.sql.statement.Condition.IsNull;
import dev.perigee.sql.statement.Condition.Not;
import dev.perigee.sql.statement.Condition.Operator;
import dev.perigee.sql.statement.Condition.Or;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FilterReaderTest {
    private static final Table POST = Library.POST;
    private static final Column ID = POST.column("id");
    private static final Column TITLE = POST.column("title");
    private static final Column PRICE = POST.column("price");
    private static final Relation AUTHOR = POST.relation("author");
    private static final Relation COMMENTS = POST.relation("comments");
    private static final Column NOT = Library.COMMENT.column("not");
    private static final Condition FALSE = new Or(List.of());

    static Stream<Arguments> filters() {
        Condition titleIsA = new Compare(TITLE, Operator.EQUAL, "a");
        return Stream.of(
                Arguments.of(Map.of(), Condition.TRUE),
                Arguments.of(Map.of("title", Map.of()), Condition.TRUE),
                Arguments.of(title("eq", "a"), titleIsA),
                Arguments.of(title("ne", "a"), new Compare(TITLE, Operator.NOT_EQUAL, "a")),
                Arguments.of(title("lt", "a"), new Compare(TITLE, Operator.LESS, "a")),
                Arguments.of(title("le", "a"), new Compare(TITLE, Operator.LESS_OR_EQUAL, "a")),
                Arguments.of(title("gt", "a"), new Compare(TITLE, Operator.GREATER, "a")),
                Arguments.of(title("ge", "a"), new Compare(TITLE, Operator.GREATER_OR_EQUAL, "a")),
                Arguments.of(title("like", "a%"), new Compare(TITLE, Operator.LIKE, "a%")),
                Arguments.of(title("in", List.of("a", "b", "a")), new In(TITLE, List.of("a", "b"))),
                Arguments.of(title("in", List.of()), new In(TITLE, List.of())),
                Arguments.of(title("isNull", true), new IsNull(TITLE)),
                Arguments.of(title("isNull", false), new Not(new IsNull(TITLE))),
                Arguments.of(
                        Map.of("price", Map.of("gt", new BigDecimal("1.5"))),
                        new Compare(PRICE, Operator.GREATER, new BigDecimal("1.5"))),
                Arguments.of(Map.of("id", Map.of("eq", "5")), new Compare(ID, Operator.EQUAL, 5L)),
                Arguments.of(Map.of("id", Map.of("eq", "five")), FALSE),
                Arguments.of(Map.of("id", Map.of("ne", "five")), new Not(new IsNull(ID))),
                Arguments.of(Map.of("id", Map.of("in", List.of("1", "x", "2"))), new In(ID, List.of(1L, 2L))),
                Arguments.of(Map.of("not", title("eq", "a")), new Not(titleIsA)),
                Arguments.of(Map.of("or", List.of()), FALSE),
                Arguments.of(Map.of("and", List.of()), Condition.TRUE),
                Arguments.of(
                        Map.of("or", List.of(title("eq", "a"), Map.of())), new Or(List.of(titleIsA, Condition.TRUE))),
                Arguments.of(
                        Map.of("and", List.of(title("eq", "a"), title("isNull", true))),
                        new And(List.of(titleIsA, new IsNull(TITLE)))),
                Arguments.of(
                        Map.of("author", Map.of("username", Map.of("eq", "ann"))),
                        new Exists(AUTHOR, new Compare(Library.ACCOUNT.column("username"), Operator.EQUAL, "ann"))),
                Arguments.of(
                        Map.of("comments", Map.of("some", Map.of("not_", Map.of("eq", "x")))),
                        new Exists(COMMENTS, new Compare(NOT, Operator.EQUAL, "x"))),
                Arguments.of(
                        Map.of("comments", Map.of("none", Map.of())), new Not(new Exists(COMMENTS, Condition.TRUE))));
    }

    @ParameterizedTest
    @MethodSource("filters")
    void readsFilters(Map<String, Object> filter, Condition expected) {
        assertThat(reader(FilterLimits.DEFAULT).read(POST, filter)).isEqualTo(expected);
    }

    @Test
    void joinsWhatIsGivenTogether() {
        Map<String, Object> filter = new LinkedHashMap<>();
        filter.put("title", Map.of("eq", "a"));
        filter.put("id", Map.of("eq", "1"));
        assertThat(reader(FilterLimits.DEFAULT).read(POST, filter))
                .isEqualTo(
                        new And(List.of(new Compare(TITLE, Operator.EQUAL, "a"), new Compare(ID, Operator.EQUAL, 1L))));
        assertThat(reader(FilterLimits.DEFAULT).read(POST, null)).isEqualTo(Condition.TRUE);
    }

    @Test
    void refusesNull() {
        refused(title("eq", null), "filter.title.eq is null, which nothing equals; use isNull.");
        refused(title("in", null), "filter.title.in is null, which nothing equals; use isNull.");
        refused(title("isNull", null), "filter.title.isNull is null; leave it out.");
        refused(Collections.singletonMap("title", null), "filter.title is null; leave it out.");
        refused(Collections.singletonMap("and", null), "filter.and is null; leave it out.");
        refused(
                Map.of("or", List.of(Map.of(), Map.of("comments", Collections.singletonMap("some", null)))),
                "filter.or[1].comments.some is null; leave it out.");
    }

    @Test
    void boundsTheFilter() {
        FilterReader reader = reader(new FilterLimits(4, 2));
        reader.read(POST, Map.of("not", title("in", List.of("a", "b"))));
        assertThatThrownBy(() -> reader.read(POST, Map.of("not", Map.of("not", title("eq", "a")))))
                .isInstanceOfSatisfying(ClientException.class, e -> {
                    assertThat(e.code()).isEqualTo("LIMIT_EXCEEDED");
                    assertThat(e.extensions())
                            .containsEntry("limit", "maxNodes")
                            .containsEntry("value", 4);
                })
                .hasMessage("The filter has more operators and objects than it may, at filter.not.not.title.eq;"
                        + " the most is 4 (maxNodes).");
        assertThatThrownBy(() -> reader.read(POST, title("in", List.of("a", "b", "c"))))
                .isInstanceOfSatisfying(
                        ClientException.class, e -> assertThat(e.code()).isEqualTo("LIMIT_EXCEEDED"))
                .hasMessage("filter.title.in has 3 values; the most is 2 (maxInSize).");
    }

    @Test
    void refusesWhatNoSchemaLetsThrough() {
        FilterReader reader = reader(FilterLimits.DEFAULT);
        for (String field : List.of("words", "cover", "nothing", "figures")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> reader.read(POST, Map.of(field, Map.of())))
                    .withMessage("No filter field: filter." + field);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> reader.read(Library.ACCOUNT, Map.of("passwordHash", Map.of("eq", "x"))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> reader.read(POST, Map.of("price", Map.of("eq", "1"))))
                .withMessageContaining("are the scalars' coercions in the schema?");
    }

    private static Map<String, Object> title(String operator, Object value) {
        return Map.of("title", Collections.singletonMap(operator, value));
    }

    private static void refused(Map<String, Object> filter, String message) {
        assertThatThrownBy(() -> reader(FilterLimits.DEFAULT).read(POST, filter))
                .isInstanceOfSatisfying(
                        ClientException.class, e -> assertThat(e.code()).isEqualTo("BAD_USER_INPUT"))
                .hasMessage(message);
    }

    private static FilterReader reader(FilterLimits limits) {
        return new FilterReader(
                GraphShape.of(Library.MODEL, GraphOptions.DEFAULT), GraphNames.of(Library.MODEL), limits);
    }
}
