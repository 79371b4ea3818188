package dev.perigee.sql.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.language.Document;
import dev.perigee.language.OperationDefinition;
import dev.perigee.language.Parser;
import dev.perigee.sql.database.TestDatabase;
import dev.perigee.sql.graph.GraphOptions;
import dev.perigee.sql.graph.GraphOptions.HiddenInputs;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What mutations leave in the database, what they answer, and which statements they send. */
class MutationTest {
    private static final String DATABASES = "dev.perigee.sql.database.TestDatabases#all";

    @ParameterizedTest
    @MethodSource(DATABASES)
    void createsARowWithDefaults(TestDatabase database) {
        GamesGraph graph = GamesGraph.of(database);
        assertThat(graph.answer("mutation { createAccount(input: {username: \"ada\"}) { id username motto } }"))
                .isEqualTo("{\"data\":{\"createAccount\":{\"id\":\"1\",\"username\":\"ada\",\"motto\":null}}}");
        assertThat(graph.statements())
                .hasSize(2)
                .last()
                .asString()
                .contains("select")
                .doesNotContain("password");
        assertThat(graph.rows("select \"id\", \"username\", \"motto\", \"password\" from \"account\""))
                .containsExactly("1 ada null null");
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void updatesWhatIsGivenAndNoMore(TestDatabase database) {
        GamesGraph graph = GamesGraph.of(database);
        graph.run("mutation { createAccount(input: {username: \"ada\", motto: \"On\"}) { id } }");
        assertThat(graph.answer("mutation { updateAccount(id: 1, patch: {username: \"eva\"}) { username motto } }"))
                .isEqualTo("{\"data\":{\"updateAccount\":{\"username\":\"eva\",\"motto\":\"On\"}}}");
        assertThat(graph.answer("mutation { updateAccount(id: 1, patch: {motto: null}) { motto } }"))
                .isEqualTo("{\"data\":{\"updateAccount\":{\"motto\":null}}}");
        assertThat(graph.rows("select \"username\", \"motto\" from \"account\""))
                .containsExactly("eva null");
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void anEmptyPatchChangesNothing(TestDatabase database) {
        GamesGraph graph = GamesGraph.of(database);
        graph.run("mutation { createAccount(input: {username: \"ada\"}) { id } }");
        graph.statements();
        assertThat(graph.answer("mutation { updateAccount(id: 1, patch: {}) { username } }"))
                .isEqualTo("{\"data\":{\"updateAccount\":{\"username\":\"ada\"}}}");
        assertThat(graph.statements()).hasSize(1);
        assertThat(graph.run("mutation { updateAccount(id: 2, patch: {}) { username } }")
                        .errors())
                .singleElement()
                .satisfies(error -> assertThat(error.extensions()).containsEntry("code", "NOT_FOUND"));
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void tellsThatThereIsNoSuchRow(TestDatabase database) {
        GamesGraph graph = GamesGraph.of(database);
        for (String id : new String[] {"7", "\"x\"", "\"07\""}) {
            assertThat(graph.run("mutation { updateAccount(id: " + id + ", patch: {motto: \"?\"}) { id } }")
                            .errors())
                    .singleElement()
                    .satisfies(error -> {
                        assertThat(error.message()).isEqualTo("There is no Account with this key.");
                        assertThat(error.extensions()).containsEntry("code", "NOT_FOUND");
                    });
            assertThat(graph.answer("mutation { deleteAccount(id: " + id + ") }"))
                    .isEqualTo("{\"data\":{\"deleteAccount\":false}}");
        }
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void deletes(TestDatabase database) {
        GamesGraph graph = GamesGraph.of(database);
        graph.run("mutation { a: createAccount(input: {username: \"a\"}) { id } b: createAccount(input: {username:"
                + " \"b\"}) { id } }");
        assertThat(graph.answer("mutation { deleteAccount(id: 1) }")).isEqualTo("{\"data\":{\"deleteAccount\":true}}");
        assertThat(graph.rows("select \"username\" from \"account\"")).containsExactly("b");
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void fieldsRunOneAfterTheOtherAndSeeEachOther(TestDatabase database) {
        GamesGraph graph = GamesGraph.of(database);
        String answer = graph.answer(
                """
                mutation {
                  createAccount(input: {username: "ada"}) { id }
                  player: createPlayer(input: {parentId: 1, name: "Ann"}) { parent { username players { totalCount } } }
                  failed: createPlayer(input: {parentId: 9, name: "Bob"}) { id }
                  updateAccount(id: 1, patch: {username: "eva"}) { username players { nodes { name parent { username } } } }
                }
                """.replace("failed: createPlayer(input: {parentId: 9, name: \"Bob\"}) { id }", "deletePlayer(id: 9)"));
        assertThat(answer).isEqualTo("""
            {"data":{"createAccount":{"id":"1"},\
            "player":{"parent":{"username":"ada","players":{"totalCount":1}}},\
            "deletePlayer":false,\
            "updateAccount":{"username":"eva","players":{"nodes":[{"name":"Ann","parent":{"username":"eva"}}]}}}}\
            """);
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void whatIsRefusedLeavesEarlierFieldsAsTheyAre(TestDatabase database) {
        GamesGraph graph = GamesGraph.of(database);
        graph.run("""
            mutation { a: createAccount(input: {username: "a"}) { id }
              b: createAccount(input: {username: "a"}) { id } c: createAccount(input: {username: "c"}) { id } }
            """);
        assertThat(graph.rows("select \"username\" from \"account\" order by \"username\""))
                .containsExactly("a", "c");
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void hiddenColumnsAreWrittenOnlyWhereItIsAllowed(TestDatabase database) {
        GamesGraph graph = GamesGraph.of(database);
        assertThat(graph.run("mutation { createAccount(input: {username: \"a\", password: \"x\"}) { id } }")
                        .isRequestError())
                .isTrue();
        assertThat(graph.run("mutation { updateAccount(id: 1, patch: {password: \"x\"}) { id } }")
                        .isRequestError())
                .isTrue();
        assertThat(graph.run("mutation { createSecret(input: {id: 1}) { id } }").isRequestError())
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void aHiddenColumnIsNamedInNoError(TestDatabase database) {
        GamesGraph graph =
                GamesGraph.of(database, GraphOptions.DEFAULT.withMutations().with(HiddenInputs.REQUIRED));
        String create = "mutation { createSecret(input: {id: %d, token: \"open sesame\"}) { id label } }";
        assertThat(graph.answer(create.formatted(1)))
                .isEqualTo("{\"data\":{\"createSecret\":{\"id\":\"1\",\"label\":null}}}");
        var response = graph.run(create.formatted(2));
        assertThat(response.errors()).singleElement().satisfies(error -> {
            assertThat(error.message()).isEqualTo("A value of the Secret is taken already.");
            assertThat(error.extensions())
                    .containsEntry("code", "CONSTRAINT_VIOLATION")
                    .containsEntry("rule", "unique")
                    .doesNotContainKey("fields");
        });
        assertThat(response.toString()).doesNotContain("token", "sesame");
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void isSeenInThePlan(TestDatabase database) {
        GamesGraph graph = GamesGraph.of(database);
        Document document = Parser.parse("""
            mutation { createPage(input: {id: "f81d4fae-7dec-11d0-a765-00a0c91e6bf6", title: "One"}) { id }
              updatePage(id: "f81d4fae-7dec-11d0-a765-00a0c91e6bf6", patch: {title: "Two"}) { id }
              deletePage(id: "f81d4fae-7dec-11d0-a765-00a0c91e6bf6") }
            """);
        String plan = graph.engine()
                .plan(document, (OperationDefinition) document.definitions().getFirst())
                .print()
                .replace('`', '"');
        assertThat(plan)
                .contains(
                        "in a transaction: ",
                        "insert into \"page\" (\"id\", \"title\", \"text\") values (?, ?, ?)",
                        "update \"page\" set \"title\" = ?, \"text\" = ?, \"version\" = \"version\" + 1 where"
                                + " \"page\".\"id\" = ?",
                        "delete from \"page\" where \"page\".\"id\" = ?");
    }
}
