package dev.perigee.sql.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InflectionTest {
    private final Inflection inflection = new Inflection(Map.of());

    @ParameterizedTest
    @CsvSource({
        "album, albums",
        "category, categories",
        "key, keys",
        "address, addresses",
        "box, boxes",
        "branch, branches",
        "house, houses",
        "purchase, purchases",
        "license, licenses",
        "size, sizes",
        "status, statuses",
        "bonus, bonuses",
        "bus, buses",
        "alias, aliases",
        "cache, caches",
        "quiz, quizzes",
        "movie, movies",
        "person, people",
        "child, children",
        "leaf, leaves",
        "hero, heroes",
        "analysis, analyses",
        "database, databases",
        "data, data",
        "media, media",
        "series, series",
        "news, news",
        "employee, employees",
        "area, areas"
    })
    void bothWays(String singular, String plural) {
        assertThat(inflection.plural(Words.of(singular)).snakeCase()).isEqualTo(plural);
        assertThat(inflection.singular(Words.of(plural)).snakeCase()).isEqualTo(singular);
        assertThat(inflection.singular(Words.of(singular)).snakeCase()).isEqualTo(singular);
    }

    @Test
    void onlyTheLastWordChanges() {
        assertThat(inflection.singular(Words.of("ORDERS_LINES")).pascalCase()).isEqualTo("OrdersLine");
        assertThat(inflection.plural(Words.of("OrderLine")).camelCase()).isEqualTo("orderLines");
    }

    @Test
    void wordsThatWereNamedComeFirst() {
        Inflection refined = new Inflection(Map.of("Datum", "Data"));
        assertThat(refined.singular(Words.of("raw_data")).snakeCase()).isEqualTo("raw_datum");
        assertThat(refined.plural(Words.of("datum")).snakeCase()).isEqualTo("data");
    }

    @ParameterizedTest
    @CsvSource({
        "order_line, orderLine, OrderLine",
        "ORDER LINE, orderLine, OrderLine",
        "OrderLine, orderLine, OrderLine",
        "customerID, customerId, CustomerId",
        "myURLPath, myUrlPath, MyUrlPath",
        "address2, address2, Address2",
        "2nd, _2nd, _2nd",
        "__typename, typename, Typename",
        "crème_brûlée, cremeBrulee, CremeBrulee",
        "名前, '', ''"
    })
    void words(String name, String camelCase, String pascalCase) {
        assertThat(Words.of(name).camelCase()).isEqualTo(camelCase);
        assertThat(Words.of(name).pascalCase()).isEqualTo(pascalCase);
    }
}
