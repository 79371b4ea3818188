package dev.perigee.examples.moongate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.examples.moongate.Calls.Call;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How many calls and statements a query takes depends on its shape alone, and what they ask for on what is selected. */
class CallCountTest {
    private static RunningMoongate moongate;

    @BeforeAll
    static void start() throws Exception {
        moongate = RunningMoongate.onPorts();
    }

    @AfterAll
    static void stop() throws Exception {
        moongate.close();
    }

    @BeforeEach
    void forget() {
        moongate.forget();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void eachLevelOfFriendsIsAStatement(int levels) {
        var document = "{ listPlayers(first: 24) { nodes { " + "friends { ".repeat(levels) + "name"
                + " }".repeat(levels) + " } } }";
        assertThat(moongate.run(document).errors()).isEmpty();
        assertThat(moongate.calls.take()).hasSize(1);
        assertThat(moongate.statements.take()).hasSize(1 + levels);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 24})
    void scoresOfAllPlayersAreACall(int players) {
        var document = "{ listPlayers(first: %d) { nodes { name score { points player { level } } } } }";
        var response = moongate.run(document.formatted(players));
        assertThat(response.errors()).isEmpty();
        assertThat(response.summary().calls()).containsEntry("grpc", 3);
        assertThat(moongate.calls.take())
                .extracting(Call::method)
                .containsExactly(
                        "moongate.v1.Players/ListPlayers",
                        "arena.v1.Ladder/BatchGetScores",
                        "moongate.v1.Players/BatchGetPlayers");
        assertThat(moongate.statements.take()).hasSize(2);
    }

    @Test
    void javaCodeGetsWhatItNeedsAndNothingElse() {
        assertThat(moongate.run("{ getPlayer(id: 3) { title } }"))
                .hasToString("{\"data\":{\"getPlayer\":{\"title\":\"Cinder the Great\"}}}");
        assertThat(moongate.calls.take())
                .singleElement()
                .extracting(call -> call.request().toString().replaceAll("\\s+", " "))
                .isEqualTo("id: 3 selections { name: \"name\" } selections { name: \"level\" } ");
        assertThat(moongate.statements.take())
                .singleElement()
                .asString()
                .contains("\"name\"", "\"level\"")
                .doesNotContain("account_id");
    }

    @Test
    void theOtherTeamsServiceIsToldByAMask() {
        assertThat(moongate.run("{ getScore(playerId: 3) { points } }"))
                .hasToString("{\"data\":{\"getScore\":{\"points\":11}}}");
        assertThat(moongate.calls.take())
                .singleElement()
                .extracting(call -> call.request().toString().replaceAll("\\s+", " "))
                .isEqualTo("player_id: 3 read_mask { paths: \"points\" } ");
    }

    @Test
    void pagesFollowEachOther() {
        var document = "{ listPlayers(first: 10, after: %s) { nodes { id } pageInfo { hasNextPage endCursor } } }";
        assertThat(moongate.run(document.formatted("\"10\"")).toString())
                .contains("\"nodes\":[{\"id\":\"11\"}", "{\"hasNextPage\":true,\"endCursor\":\"20\"}");
        assertThat(moongate.run(document.formatted("\"20\"")).toString())
                .contains("{\"id\":\"24\"}]", "{\"hasNextPage\":false,\"endCursor\":null}");
        assertThat(moongate.run(document.formatted("\"none of ours\"")).errors())
                .singleElement()
                .extracting(error -> error.extensions().get("code"))
                .isEqualTo("INVALID_ARGUMENT");
    }
}
