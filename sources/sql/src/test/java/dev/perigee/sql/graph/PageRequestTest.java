package dev.perigee.sql.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perigee.data.Arguments;
import dev.perigee.data.ClientException;
import dev.perigee.sql.statement.Order;
import dev.perigee.sql.statement.Page;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageRequestTest {
    private static final PageLimits LIMITS = new PageLimits(10, 20);

    @ParameterizedTest
    @CsvSource({
        ", , 10, false, true",
        "5, , 5, false, false",
        ", 5, 5, true, false",
        "0, , 0, false, false",
        "20, , 20, false, false"
    })
    void readsSizes(Integer first, Integer last, int size, boolean fromEnd, boolean isDefault) {
        assertThat(PageRequest.read(arguments(first, last), LIMITS))
                .isEqualTo(new PageRequest(size, fromEnd, isDefault, null, null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "1 | 1 | BAD_USER_INPUT | \"first\" and \"last\" can't be given together: a page is at one end of a"
                        + " list.",
                "-1 | | BAD_USER_INPUT | \"first\" is -1; the least is 0.",
                " | -1 | BAD_USER_INPUT | \"last\" is -1; the least is 0.",
                "21 | | LIMIT_EXCEEDED | \"first\" is 21; the most is 20 (maxSize).",
                " | 21 | LIMIT_EXCEEDED | \"last\" is 21; the most is 20 (maxSize)."
            })
    void refusesOtherSizes(Integer first, Integer last, String code, String message) {
        assertThatThrownBy(() -> PageRequest.read(arguments(first, last), LIMITS))
                .isInstanceOfSatisfying(
                        ClientException.class, e -> assertThat(e.code()).isEqualTo(code))
                .hasMessage(message);
    }

    @Test
    void readsOneRowMoreBetweenCursors() {
        List<Order> order = OrderReader.read(Library.POST, null);
        Map<String, Object> given = new HashMap<>(Map.of("last", 3));
        given.put("after", Cursor.encode(Library.POST, order, List.of(5L)));
        given.put("before", null);
        PageRequest request = PageRequest.read(Arguments.of(given), LIMITS);
        assertThat(request.page(Library.POST, order)).isEqualTo(new Page(4, true, List.of(5L), null));
        given.put("before", "garbage");
        assertThatThrownBy(() -> PageRequest.read(Arguments.of(given), LIMITS).page(Library.POST, order))
                .isInstanceOf(ClientException.class)
                .hasMessageStartingWith("\"before\" is not a cursor.");
    }

    private static Arguments arguments(Integer first, Integer last) {
        Map<String, Object> values = new HashMap<>();
        values.put("first", first);
        if (last != null) values.put("last", last);
        return Arguments.of(values);
    }
}
