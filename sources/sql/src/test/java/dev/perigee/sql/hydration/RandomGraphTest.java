package dev.perigee.sql.hydration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.execution.Response;
import dev.perigee.sql.database.SqlLimits;
import dev.perigee.sql.database.TestDatabase;
import dev.perigee.sql.database.TestDatabases;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random queries over random graphs, answered as by {@link Oracle}. A failure names the seed that gives it again. */
class RandomGraphTest {
    private static final int QUERIES = 6;

    static Stream<TestDatabase> databases() {
        return TestDatabases.of(RandomGraphTest.class);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void isAnsweredAsRowByRow(TestDatabase database) {
        int graphs = Integer.getInteger("graphs", database.name().equals("MariaDB") ? 25 : 70);
        int first = Integer.getInteger("seed", 0);
        for (int seed = first; seed < first + graphs; seed++) {
            Random random = new Random(seed);
            RandomGraph graph = RandomGraph.of(random, seed + " ");
            TestTables.create(database, graph.rows());
            for (int i = 0; i < QUERIES; i++) check(database, graph, new RandomDocument(random, graph), seed);
            TestTables.drop(database, graph.rows().keySet());
        }
    }

    private static void check(TestDatabase database, RandomGraph graph, RandomDocument document, int seed) {
        TestGraph engine = TestGraph.of(
                database,
                graph.model(),
                SqlLimits.DEFAULT,
                source -> source.options(graph.options()).pageLimits(graph.pageLimits()),
                graph::schema);
        String place = "seed " + seed + "\n" + document.text() + "\n" + document.variables() + "\n" + graph.rows();
        Response response = engine.run(document.text(), document.variables());
        place += "\n" + String.join("\n", engine.statements());
        assertThat(response.errors()).as(place).isEmpty();
        Object expected = new Oracle(graph, document.text(), document.variables()).answer();
        assertThat(JsonText.of(response.asMap().get("data"))).as(place).isEqualTo(JsonText.of(expected));
    }
}
