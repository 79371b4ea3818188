package dev.perigee.sql.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.sql.database.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rows that are created with those that they refer to. */
class NestedCreateTest {
    private static final String DATABASES = "dev.perigee.sql.database.TestDatabases#all";

    @ParameterizedTest
    @MethodSource(DATABASES)
    void createsATreeByAStatementForEachLevel(TestDatabase database) {
        GamesGraph graph = GamesGraph.of(database);
        String answer = graph.answer("""
            mutation { createAccount(input: {username: "ada", players: [
                {name: "Ann", items: [{name: "axe"}, {name: "bow"}]}, {name: "Bea", items: []}, {name: "Cy", items: [{name: "cup"}]}]}) {
              username players { totalCount nodes { name items { nodes { name amount player { name } } } } } } }
            """);
        assertThat(answer).isEqualTo("""
            {"data":{"createAccount":{"username":"ada","players":{"totalCount":3,"nodes":[\
            {"name":"Ann","items":{"nodes":[{"name":"axe","amount":1,"player":{"name":"Ann"}},{"name":"bow","amount":1,"player":{"name":"Ann"}}]}},\
            {"name":"Bea","items":{"nodes":[]}},\
            {"name":"Cy","items":{"nodes":[{"name":"cup","amount":1,"player":{"name":"Cy"}}]}}]}}}}\
            """);
        List<String> statements = graph.statements();
        assertThat(statements.stream().filter(text -> text.contains("insert into")))
                .hasSize(3);
        assertThat(statements.stream().filter(text -> !text.contains("insert into")))
                .as("the account, its players, their count, items; players of items are known or read once")
                .hasSizeBetween(4, 5);
        assertThat(graph.rows("""
            select "i"."name", "p"."name", "a"."username" from "item" "i" join "player" "p" on "p"."id" = "i"."player_id"
                join "account" "a" on "a"."id" = "p"."parent_id" order by "i"."name"
            """)).containsExactly("axe Ann ada", "bow Ann ada", "cup Cy ada");
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void groupsRowsByTheColumnsThatAreGiven(TestDatabase database) {
        GamesGraph graph = GamesGraph.of(database);
        graph.run("""
            mutation { createAccount(input: {username: "ada", players: [{name: "A"}, {name: "B", level: 2}, {name: "C"},
              {name: "D", level: null}]}) { __typename } }
            """);
        assertThat(graph.statements().stream().filter(text -> text.contains("insert into")))
                .as("one of accounts, two of players")
                .hasSize(3);
        assertThat(graph.rows("select \"name\", \"level\", \"parent_id\" from \"player\" order by \"name\""))
                .containsExactly("A null 1", "B 2 1", "C null 1", "D null 1");
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void theNumberOfStatementsDoesNotDependOnTheNumberOfRows(TestDatabase database) {
        GamesGraph graph = GamesGraph.of(database);
        List<Map<String, Object>> players = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            players.add(Map.of("name", "p" + i, "items", List.of(Map.of("name", "i" + i), Map.of("name", "j" + i))));
        }
        var response = graph.run(
                "mutation($players: [CreateAccountPlayersInput!]) { createAccount(input: {username: \"ada\", players:"
                        + " $players}) { id } }",
                Map.of("players", players));
        assertThat(response.errors()).isEmpty();
        assertThat(graph.statements()).hasSize(4);
        assertThat(graph.rows("""
            select count(*) from "item" "i" join "player" "p" on "p"."id" = "i"."player_id"
                where substr("i"."name", 2) = substr("p"."name", 2)
            """)).containsExactly("600");
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void nothingIsLeftOfATreeOfWhichALeafIsRefused(TestDatabase database) {
        GamesGraph graph = GamesGraph.of(database);
        var response = graph.run("""
            mutation { createAccount(input: {username: "ada", players: [{name: "A", tableNumber: 1, seat: 1},
              {name: "B", tableNumber: 1, seat: 1}]}) { id } }
            """);
        assertThat(response.errors()).singleElement().satisfies(error -> {
            assertThat(error.path()).containsExactly("createAccount");
            assertThat(error.extensions())
                    .containsEntry("code", "CONSTRAINT_VIOLATION")
                    .containsEntry("rule", "unique")
                    .containsEntry("type", "Player")
                    .containsEntry("fields", List.of("tableNumber", "seat"));
        });
        assertThat(graph.rows("select count(*) from \"account\"")).containsExactly("0");
        assertThat(graph.rows("select count(*) from \"player\"")).containsExactly("0");
    }
}
