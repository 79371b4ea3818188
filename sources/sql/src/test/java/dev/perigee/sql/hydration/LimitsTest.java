package dev.perigee.sql.hydration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.execution.Response;
import dev.perigee.execution.ResponseError;
import dev.perigee.sql.BelongsTo;
import dev.perigee.sql.Has;
import dev.perigee.sql.Key;
import dev.perigee.sql.Table;
import dev.perigee.sql.database.SqlLimits;
import dev.perigee.sql.database.TestDatabase;
import dev.perigee.sql.database.TestDatabases;
import dev.perigee.sql.graph.FilterLimits;
import dev.perigee.sql.graph.GraphOptions;
import dev.perigee.sql.graph.GraphOptions.ToMany;
import dev.perigee.sql.graph.PageLimits;
import dev.perigee.sql.model.Model;
import dev.perigee.sql.model.RecordModels;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is over a limit is an error of the field that asked for it; the rest of the response is there. */
class LimitsTest {
    private static final int DEFAULT = 1_000;

    /** Each of the limits with a query that is over it by little, and the value of the field {@code over}. */
    record Case(String limit, int value, SqlLimits limits, boolean isBare, String over) {
        @Override
        public String toString() {
            return limit + ": " + over;
        }
    }

    static Stream<Case> cases() {
        SqlLimits none = new SqlLimits(DEFAULT, DEFAULT, DEFAULT, 4);
        SqlLimits perParent = new SqlLimits(2, DEFAULT, DEFAULT, 4);
        SqlLimits perStatement = new SqlLimits(DEFAULT, 2, DEFAULT, 4);
        SqlLimits perOperation = new SqlLimits(DEFAULT, DEFAULT, 4, 4);
        return Stream.of(
                new Case("rowsPerParent", 2, perParent, true, "over: account(id: 2) { players { name } }"),
                new Case("rowsPerParent", 2, perParent, false, "over: account(id: 2) { players { name } }"),
                new Case("rowsPerStatement", 2, perStatement, true, "over: account(id: 2) { players { name } }"),
                new Case(
                        "rowsPerStatement",
                        2,
                        perStatement,
                        false,
                        "over: account(id: 2) { players(first: 3) { name } }"),
                new Case("rowsPerOperation", 4, perOperation, true, "over: account(id: 2) { players { name } }"),
                new Case("maxSize", 3, none, false, "over: account(id: 2) { players(first: 4) { name } }"),
                new Case("maxSize", 3, none, false, "over: account(id: 2) { players(last: 4) { name } }"),
                new Case("maxNodes", 4, none, false, over("{ and: [{ id: { eq: 1 } }, { id: { eq: 1 } }] }")),
                new Case("maxNodes", 4, none, false, over("{ not: { not: { not: { not: { } } } } }")),
                new Case("maxInSize", 3, none, false, over("{ name: { in: [\"a\", \"b\", \"c\", \"d\"] } }")));
    }

    private static String over(String filter) {
        return "over: account(id: 2) { players(filter: "
                + filter.replace("id:", "name:").replace("1", "\"1\"") + ") { name } }";
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isAnErrorThatNamesIt(Case limited) {
        TestDatabase database = TestDatabases.h2();
        Accounts.create(database);
        TestGraph graph = TestGraph.of(
                database,
                Accounts.MODEL,
                limited.limits,
                source -> source.options(GraphOptions.DEFAULT.with(ToMany.LISTS))
                        .pageLimits(new PageLimits(3, 3))
                        .filterLimits(new FilterLimits(4, 3)),
                schema -> limited.isBare ? RandomGraph.bare(schema) : schema);
        Response response = graph.run("{ guild(id: 2) { name } " + limited.over + " }");
        assertThat(response.toString()).endsWith("\"data\":{\"guild\":{\"name\":\"Owls\"},\"over\":null}}");
        assertThat(response.errors()).hasSize(1);
        ResponseError error = response.errors().getFirst();
        assertThat(error.extensions())
                .isEqualTo(Map.of("code", "LIMIT_EXCEEDED", "limit", limited.limit, "value", limited.value));
        assertThat(error.path()).isEqualTo(List.of("over", "players"));
        assertThat(error.message()).contains(limited.limit);
    }

    @Table("heap")
    record Heap(@Key long id, @Has(by = "heapId") List<Grain> grains) {}

    @Table("grain")
    record Grain(
            @Key long id,
            long heapId,
            @BelongsTo(by = "heapId") Heap heap) {}

    static Stream<TestDatabase> large() {
        return Stream.of(TestDatabases.h2(), TestDatabases.postgres());
    }

    @ParameterizedTest
    @MethodSource("large")
    void aMillionRowsAreNotRead(TestDatabase database) {
        String numbers = database.name().equals("H2")
                ? "select x, 1 from system_range(1, 1000000)"
                : "select x, 1 from generate_series(1, 1000000) x";
        database.execute(
                "create table \"heap\" (\"id\" bigint primary key)",
                "create table \"grain\" (\"id\" bigint primary key, \"heap_id\" bigint not null)",
                "insert into \"heap\" values (1), (2)",
                "create index \"by_heap\" on \"grain\" (\"heap_id\", \"id\")",
                "insert into \"grain\" " + numbers);
        Model model = RecordModels.of(Heap.class, Grain.class);
        TestGraph graph = TestGraph.of(
                database,
                model,
                SqlLimits.DEFAULT,
                source -> source.options(GraphOptions.DEFAULT.with(ToMany.LISTS)),
                schema -> schema);
        long before = graph.rows(); // of the database's own tables, by which the model was checked
        Response response =
                graph.run("{ heap(id: 1) { grains { id heap { id } } } other: heap(id: 2) { grains { id } } }");
        assertThat(response.errors()).extracting(ResponseError::code).containsOnly("LIMIT_EXCEEDED");
        assertThat(response.toString()).endsWith("\"data\":{\"heap\":null,\"other\":null}}");
        assertThat(graph.rows() - before).isLessThanOrEqualTo(2 + SqlLimits.DEFAULT.rowsPerStatement() + 1);
        assertThat(graph.run("{ heap(id: 1) { grains(last: 1) { id } } }").toString())
                .isEqualTo("{\"data\":{\"heap\":{\"grains\":[{\"id\":\"1000000\"}]}}}");
    }
}
