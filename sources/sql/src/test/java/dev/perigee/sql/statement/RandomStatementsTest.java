package dev.perigee.sql.statement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.sql.database.TestDatabase;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every database gives the rows that the plain evaluation gives, for selects and aggregates of every shape. */
class RandomStatementsTest {
    private static final int STATEMENTS = 400;

    @ParameterizedTest
    @MethodSource("dev.perigee.sql.database.TestDatabases#all")
    void selects(TestDatabase database) throws SQLException {
        Library library = new Library(1, 120);
        library.fill(database);
        RandomStatements statements = new RandomStatements(2, library);
        for (int i = 0; i < STATEMENTS; i++) {
            Statement.Select select = statements.select();
            assertThat(byKey(Execution.read(database, select), select.keys()))
                    .as("%d: %s\n%s", i, database.dialect().write(select).text(), select)
                    .isEqualTo(normal(new Evaluation(library).rows(select)));
        }
    }

    @ParameterizedTest
    @MethodSource("dev.perigee.sql.database.TestDatabases#all")
    void aggregates(TestDatabase database) throws SQLException {
        Library library = new Library(3, 120);
        library.fill(database);
        RandomStatements statements = new RandomStatements(4, library);
        for (int i = 0; i < STATEMENTS / 2; i++) {
            Statement.Aggregate aggregate = statements.aggregate();
            Map<List<Object>, List<List<Object>>> expected = new LinkedHashMap<>();
            new Evaluation(library).figures(aggregate).forEach((key, row) -> expected.put(key, List.of(row)));
            assertThat(byKey(Execution.read(database, aggregate), aggregate.keys()))
                    .as("%d: %s\n%s", i, database.dialect().write(aggregate).text(), aggregate)
                    .isEqualTo(normal(expected));
        }
    }

    private static Map<List<Object>, List<List<Object>>> byKey(List<List<Object>> rows, Keys keys) {
        int width = keys == null ? 0 : keys.columns().size();
        Map<List<Object>, List<List<Object>>> byKey = new LinkedHashMap<>();
        for (List<Object> row : rows) {
            byKey.computeIfAbsent(row.subList(0, width), unused -> new ArrayList<>())
                    .add(row.subList(width, row.size()));
        }
        return normal(byKey);
    }

    /** Decimals are equal whatever zeros they end with, and averages as far as all databases give them. */
    private static Map<List<Object>, List<List<Object>>> normal(Map<List<Object>, List<List<Object>>> rows) {
        Map<List<Object>, List<List<Object>>> normal = new LinkedHashMap<>();
        rows.forEach((key, all) -> normal.put(
                List.copyOf(key),
                all.stream()
                        .map(row -> {
                            List<Object> values = new ArrayList<>(row);
                            values.replaceAll(value -> value instanceof BigDecimal decimal
                                    ? decimal.setScale(4, RoundingMode.HALF_UP)
                                    : value);
                            return values;
                        })
                        .collect(ArrayList::new, List::add, List::addAll)));
        return normal;
    }
}
