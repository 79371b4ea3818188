package dev.perigee.sql.hydration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.execution.Response;
import dev.perigee.sql.database.SqlLimits;
import dev.perigee.sql.database.TestDatabase;
import dev.perigee.sql.database.TestDatabases;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * How many statements an operation takes does not depend on how many rows there are: twenty copies of the same rows, under
 * keys of their own, take as many as one, and never more than the plan says.
 */
class StatementCountTest {
    private static final int COPIES = 20;
    private static final int GRAPHS = 12;
    private static final int QUERIES = 6;

    /** Those that take all keys of the copies in one statement. */
    static Stream<TestDatabase> databases() {
        return TestDatabases.of(StatementCountTest.class)
                .filter(database -> !database.name().equals("MariaDB"));
    }

    @ParameterizedTest
    @MethodSource("databases")
    void isTheSameForMoreRows(TestDatabase database) {
        int first = Integer.getInteger("seed", 0);
        for (int seed = first; seed < first + Integer.getInteger("graphs", GRAPHS); seed++) {
            Random random = new Random(seed);
            RandomGraph small = RandomGraph.of(random, "s" + seed + " ").copies(1);
            List<RandomDocument> documents = Stream.generate(() -> new RandomDocument(random, small, true))
                    .limit(QUERIES)
                    .toList();
            List<Integer> few = counts(database, small, documents, seed);
            List<Integer> many = counts(database, small.copies(COPIES), documents, seed);
            for (int i = 0; i < QUERIES; i++) {
                assertThat(many.get(i)).as(place(seed, documents.get(i))).isEqualTo(few.get(i));
            }
        }
    }

    private static List<Integer> counts(
            TestDatabase database, RandomGraph graph, List<RandomDocument> documents, int seed) {
        TestTables.create(database, graph.rows());
        List<Integer> counts = documents.stream()
                .map(document -> count(database, graph, document, seed))
                .toList();
        TestTables.drop(database, graph.rows().keySet());
        return counts;
    }

    private static int count(TestDatabase database, RandomGraph graph, RandomDocument document, int seed) {
        TestGraph engine = TestGraph.of(
                database,
                graph.model(),
                new SqlLimits(100_000, 1_000_000, 10_000_000, 4),
                source -> source.options(graph.options()).pageLimits(graph.pageLimits()),
                graph::schema);
        Response response = engine.run(document.text(), document.variables());
        assertThat(response.errors()).as(place(seed, document)).isEmpty();
        List<String> statements = engine.statements();
        assertThat(statements).as(place(seed, document)).hasSizeLessThanOrEqualTo(planned(engine, document.text()));
        assertThat(response.summary().calls().getOrDefault("sql", 0)).isEqualTo(statements.size());
        return statements.size();
    }

    /** How many statements the plan has. */
    private static int planned(TestGraph engine, String query) {
        return (int) engine.plan(query)
                .lines()
                .filter(line -> line.startsWith("    select "))
                .count();
    }

    private static String place(int seed, RandomDocument document) {
        return "seed " + seed + "\n" + document.text() + "\n" + document.variables();
    }
}
