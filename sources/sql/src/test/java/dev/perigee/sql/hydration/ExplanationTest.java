package dev.perigee.sql.hydration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.execution.Request;
import dev.perigee.sql.database.TestDatabase;
import dev.perigee.sql.database.TestDatabases;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExplanationTest {
    static Stream<TestDatabase> databases() {
        return TestDatabases.all();
    }

    @ParameterizedTest
    @MethodSource("databases")
    @SuppressWarnings("unchecked")
    void tells_each_batch_with_its_statements_and_rows(TestDatabase database) {
        Accounts.create(database);
        TestGraph graph = TestGraph.of(database, Accounts.MODEL);
        var response = graph.engine()
                .execute(Request.builder("{ accounts { nodes { username players { totalCount nodes { name } } } } }")
                        .explain(true)
                        .build());
        List<String> sent = graph.statements();

        var extensions = (Map<String, Object>) response.asMap().get("extensions");
        var explanation = (Map<String, Object>) extensions.get("explanation");
        var batches = (List<Map<String, Object>>) explanation.get("batches");
        assertThat(batches)
                .extracting(batch -> batch.get("fields"))
                .containsExactly(List.of("accounts"), List.of("accounts.nodes.players"));
        assertThat(batches).extracting(batch -> batch.get("source")).containsOnly("sql");
        assertThat(batches)
                .extracting(batch -> ((Number) batch.get("objects")).intValue())
                .containsExactly(1, 3);
        assertThat(batches)
                .allSatisfy(batch ->
                        assertThat(((Number) batch.get("ms")).doubleValue()).isPositive());
        var calls = batches.stream()
                .flatMap(batch -> ((List<Map<String, Object>>) batch.get("calls")).stream())
                .toList();
        assertThat(calls).extracting(call -> call.get("text")).containsExactlyInAnyOrder(sent.toArray());
        assertThat(calls)
                .extracting(call -> ((Number) call.get("rows")).intValue())
                .containsExactlyInAnyOrder(3, 5, 2);
        assertThat(response.toString()).doesNotContain("secret");
    }
}
