package dev.perigee.examples.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.execution.ResponseError;
import dev.perigee.schema.SchemaPrinter;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Passwords and salts never leave, whatever a client sends. */
class HiddenColumnsTest {
    private RunningAccounts accounts;

    @BeforeEach
    void start() throws Exception {
        accounts = new RunningAccounts();
    }

    @AfterEach
    void stop() throws Exception {
        accounts.close();
    }

    @Test
    void theSchemaHasNeither() throws Exception {
        assertNeither(SchemaPrinter.print(RunningAccounts.schema()));
        assertNeither(accounts.run("{ __schema { types { name description fields { name description args { name } }"
                        + " inputFields { name } enumValues { name } } } }")
                .toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ accounts { nodes { password } } }",
                "{ account(id: 1) { salt } }",
                "{ accounts(filter: {password: {eq: \"x\"}}) { nodes { id } } }",
                "{ accounts(filter: {and: [{salt: {like: \"a%\"}}]}) { nodes { id } } }",
                "{ accounts(orderBy: [{password: ASC}]) { nodes { id } } }",
                "{ players(filter: {parent: {password: {eq: \"x\"}}}) { nodes { id } } }",
                "{ accounts { aggregate { max { password } } } }",
                "{ findByPassword(password: \"x\") { id } }"
            })
    void nobodyCanNameThem(String document) {
        var response = accounts.run(document);
        assertThat(response.errors())
                .isNotEmpty()
                .extracting(ResponseError::code)
                .containsOnly("VALIDATION_FAILED");
        assertThat(accounts.statements.take()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{ account(id: 1) { passwor } }", "{ account(id: 1) { sal } }", "{ account(id: 1) { pass } }"})
    void noErrorHintsAtThem(String document) {
        assertThat(accounts.run(document).toString().toLowerCase(Locale.ROOT))
                .doesNotContain("\\\"password\\\"", "\\\"salt\\\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ accounts { nodes { id username createdAt updatedAt players { name title guilds { name } } } } }",
                "{ accounts(filter: {username: {like: \"%a%\"}}, orderBy: [{createdAt: DESC}]) { totalCount edges {"
                        + " cursor } aggregate { max { username } } } }",
                "{ findByUsername(username: \"ada\") { id } guilds { nodes { players { parent { username } } } } }"
            })
    void noStatementOfAClientReadsThem(String document) {
        var response = accounts.run(document);
        assertThat(response.errors()).isEmpty();
        assertNeither(response.toString());
        assertThat(accounts.statements.take()).isNotEmpty().allSatisfy(HiddenColumnsTest::assertNeither);
    }

    @Test
    void serverCodeReadsThemAndKeepsThemToItself() {
        var signedIn = accounts.run(
                "{ signIn(username: \"ada\", secret: \"password of ada\") { id username players {" + " name } } }");
        assertThat(signedIn)
                .hasToString(
                        "{\"data\":{\"signIn\":{\"id\":\"1\",\"username\":\"ada\",\"players\":[{\"name\":\"Arrow\"},"
                                + "{\"name\":\"Birch\"},{\"name\":\"Cinder\"}]}}}");
        for (String wrong : List.of("username: \"ada\", secret: \"x\"", "username: \"nobody\", secret: \"x\"")) {
            assertThat(accounts.run("{ signIn(" + wrong + ") { id } }")).hasToString("{\"data\":{\"signIn\":null}}");
        }
    }

    private static void assertNeither(String text) {
        assertThat(text.toLowerCase(Locale.ROOT)).doesNotContain("password", "salt");
    }
}
