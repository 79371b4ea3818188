package dev.perigee.sql.hydration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.sql.database.TestDatabase;
import dev.perigee.sql.database.TestDatabases;
import dev.perigee.sql.graph.GraphOptions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Somebody writes between two statements of a query. Not on SQLite, where nobody can while a transaction reads. */
class ConsistentTest {
    private static final String QUERY = "{ account(id: 1) { meddled { players { totalCount nodes { name } } } } }";

    static Stream<TestDatabase> databases() {
        return Stream.of(TestDatabases.h2(), TestDatabases.postgres(), TestDatabases.mariaDb());
    }

    private static List<Object> names(TestDatabase database, boolean isConsistent) {
        Accounts.create(database);
        String quote = database.name().equals("MariaDB") ? "`" : "\"";
        String insert =
                "insert into \"player\" (\"id\", \"name\", \"parent_id\") values (9, 'Zoe', 1)".replace("\"", quote);
        TestGraph graph = TestGraph.of(
                database,
                Accounts.MODEL,
                source -> source.consistent(isConsistent),
                schema -> schema + " extend type Account { meddled: Account }",
                wiring -> wiring.type(
                        "Account",
                        Accounts.Account.class,
                        account -> account.call("meddled", (one, arguments, context) -> {
                            database.execute(insert);
                            return one;
                        })));
        var response = graph.run(QUERY);
        assertThat(response.errors()).isEmpty();
        Map<?, ?> account = (Map<?, ?>) ((Map<?, ?>) response.asMap().get("data")).get("account");
        Map<?, ?> players = (Map<?, ?>) ((Map<?, ?>) account.get("meddled")).get("players");
        List<?> nodes = (List<?>) players.get("nodes");
        assertThat(((Number) players.get("totalCount")).intValue()).isEqualTo(nodes.size());
        return nodes.stream()
                .<Object>map(node -> ((Map<?, ?>) node).get("name"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void each_statement_sees_what_is_there_when_it_runs(TestDatabase database) {
        assertThat(names(database, false)).containsExactly("Ann", "Ben", "Zoe");
    }

    @ParameterizedTest
    @MethodSource("databases")
    void or_all_of_them_the_same_moment(TestDatabase database) {
        assertThat(names(database, true)).containsExactly("Ann", "Ben");
    }

    @ParameterizedTest
    @MethodSource("databases")
    void fields_of_a_mutation_see_what_those_before_have_written(TestDatabase database) {
        Accounts.create(database);
        TestGraph graph = TestGraph.of(
                database,
                Accounts.MODEL,
                source -> source.consistent(true).options(GraphOptions.DEFAULT.withMutations()),
                schema -> schema + " extend type Mutation { touched: Account }",
                wiring -> wiring.mutation(
                        "touched", (arguments, context) -> new Accounts.Account(1, "ada", "", List.of())));
        var response = graph.run("mutation { touched { players { totalCount } }"
                + " createPlayer(input: {id: \"9\", name: \"Zoe\", parentId: \"1\"}) { name }"
                + " again: touched { players { totalCount } } }");
        assertThat(response.toString())
                .isEqualTo(
                        "{\"data\":{\"touched\":{\"players\":{\"totalCount\":2}},\"createPlayer\":{\"name\":\"Zoe\"},"
                                + "\"again\":{\"players\":{\"totalCount\":3}}}}");
    }
}
