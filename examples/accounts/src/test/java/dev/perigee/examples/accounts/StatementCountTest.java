package dev.perigee.examples.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How many statements a query takes depends on its shape alone. */
class StatementCountTest {
    private static RunningAccounts accounts;

    @BeforeAll
    static void start() throws Exception {
        accounts = new RunningAccounts();
    }

    @AfterAll
    static void stop() throws Exception {
        accounts.close();
    }

    @BeforeEach
    void forgetStatements() {
        accounts.statements.take();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 40})
    void accountsTheirPlayersAndTheirGuildsAreThree(int count) {
        var document = "{ accounts(first: %d) { nodes { username players { name guilds { name } } } } }";
        var response = accounts.run(document.formatted(count));
        assertThat(response.errors()).isEmpty();
        assertThat(response.toString().split("\"username\"", -1)).hasSize(count + 1);
        assertThat(accounts.statements.take()).hasSize(3);
        assertThat(response.summary().calls()).isEqualTo(Map.of("sql", 3));
    }

    @Test
    void aliasesOfAccountsAreOne() {
        assertThat(accounts.run("{ a: account(id: 1) { id } b: account(id: 2) { username } c: findByUsername("
                                + "username: \"cleo\") { id } }")
                        .errors())
                .isEmpty();
        assertThat(accounts.statements.take()).hasSize(1);
    }

    @Test
    void aMethodOfARecordReadsTheColumnsThatItNeeds() {
        assertThat(accounts.run("{ player(id: 1) { title } }"))
                .hasToString("{\"data\":{\"player\":{\"title\":\"Arrow the Great\"}}}");
        assertThat(accounts.statements.take())
                .singleElement()
                .asString()
                .contains("\"name\"", "\"level\"")
                .doesNotContain("parent_id");
    }

    @Test
    void recordsTakeAsManyAsTheGraph() throws Exception {
        var statements = new Statements();
        try (var database = AccountDatabase.inMemory(statements::over)) {
            var rosters = new Rosters(database.source());
            statements.take();
            var found = rosters.of(List.of(2L, 1L, 999L));
            assertThat(statements.take()).hasSize(3).noneMatch(text -> text.contains("password"));
            assertThat(found.keySet()).containsExactly(2L, 1L);
            assertThat(found.get(1L).username()).isEqualTo("ada");
            assertThat(found.get(1L).password()).isNull();
            assertThat(found.get(1L).players()).extracting(Player::name).containsExactly("Arrow", "Birch", "Cinder");
        }
    }
}
