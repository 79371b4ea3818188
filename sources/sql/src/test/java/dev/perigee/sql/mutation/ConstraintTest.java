package dev.perigee.sql.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.execution.ResponseError;
import dev.perigee.sql.database.TestDatabase;
import dev.perigee.sql.database.TestDatabases;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a client is told when a database refuses what is written: a row for each rule, and for databases that tell less. */
class ConstraintTest {
    private static final String SETUP = """
        mutation {
          createAccount(input: {username: "ada", players: [{name: "Ann", tableNumber: 1, seat: 2}]}) { id }
          other: createAccount(input: {username: "bob"}) { id }
        }
        """;

    /** @param without the databases that don't tell the field */
    private record Case(String mutation, String rule, List<String> fields, String message, String without) {}

    private static final List<Case> CASES = List.of(
            new Case(
                    "createAccount(input: {username: \"ada\"}) { id }",
                    "unique",
                    List.of("username"),
                    "An Account with this \"username\" exists already.",
                    ""),
            new Case(
                    "updateAccount(id: 2, patch: {username: \"ada\"}) { id }",
                    "unique",
                    List.of("username"),
                    "An Account with this \"username\" exists already.",
                    ""),
            new Case(
                    "createAccount(input: {id: 1, username: \"cy\"}) { id }",
                    "unique",
                    List.of("id"),
                    "An Account with this \"id\" exists already.",
                    ""),
            new Case(
                    "createPlayer(input: {parentId: 1, name: \"(a)=(b\", tableNumber: 1, seat: 2}) { id }",
                    "unique",
                    List.of("tableNumber", "seat"),
                    "A Player with this \"tableNumber\" and \"seat\" exists already.",
                    ""),
            new Case(
                    "createPlayer(input: {parentId: 99, name: \"Bea\"}) { id }",
                    "foreignKey",
                    List.of("parentId"),
                    "The Player's \"parentId\" refers to a row that does not exist.",
                    "SQLite"),
            new Case("deleteAccount(id: 1)", "foreignKey", List.of(), "Other rows refer to the Account.", ""),
            new Case(
                    "createStrict(input: {id: 1, label: null}) { id }",
                    "notNull",
                    List.of("label"),
                    "The Strict's \"label\" is missing.",
                    ""),
            new Case(
                    "createStrict(input: {id: 1}) { id }",
                    "notNull",
                    List.of("label"),
                    "The Strict's \"label\" is missing.",
                    ""),
            new Case(
                    "updatePlayer(id: 1, patch: {level: 100}) { id }",
                    "check",
                    List.of("level"),
                    "The Player's \"level\" is not allowed.",
                    "H2"),
            new Case(
                    "updatePlayer(id: 1, patch: {code: \"' for key 'x\"}) { id }",
                    "length",
                    List.of("code"),
                    "The Player's \"code\" is too long.",
                    "PostgreSQL"),
            new Case(
                    "updatePlayer(id: 1, patch: {rank: 99999}) { id }",
                    "range",
                    List.of("rank"),
                    "The Player's \"rank\" is out of range.",
                    "PostgreSQL"));

    /** SQLite knows neither lengths nor ranges. */
    static Stream<Arguments> cases() {
        return TestDatabases.of(ConstraintTest.class)
                .flatMap(database -> CASES.stream()
                        .filter(one -> !database.name().equals("SQLite")
                                || !List.of("length", "range").contains(one.rule))
                        .map(one -> Arguments.of(database, one)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void tellsRuleAndFields(TestDatabase database, Case expected) {
        GamesGraph graph = graph(database);
        var response = graph.run("mutation { " + expected.mutation + " }");
        assertThat(response.errors()).singleElement().satisfies(error -> {
            assertThat(error.extensions())
                    .containsEntry("code", "CONSTRAINT_VIOLATION")
                    .containsEntry("rule", expected.rule);
            if (expected.fields.isEmpty() || expected.without.equals(database.name())) {
                assertThat(error.extensions()).doesNotContainKey("fields");
            } else {
                assertThat(error.extensions()).containsEntry("fields", expected.fields);
                assertThat(error.message()).isEqualTo(expected.message);
            }
        });
        assertThat(graph.rows("select count(*) from \"account\"")).containsExactly("2");
        assertThat(graph.rows("select \"name\", \"level\", \"code\", \"rank\" from \"player\""))
                .containsExactly("Ann null null null");
    }

    private static GamesGraph graph(TestDatabase database) {
        GamesGraph graph = GamesGraph.fresh(database);
        assertThat(graph.run(SETUP).errors()).isEmpty();
        return graph;
    }

    static Stream<Arguments> refusals() {
        return TestDatabases.of(ConstraintTest.class)
                .flatMap(database -> Stream.of(
                        Arguments.of(
                                database,
                                "createAccount(input: {username: \"" + "x".repeat(21) + "\"}) { id }",
                                "length",
                                "input.username has 21 characters; the most is 20."),
                        Arguments.of(
                                database,
                                "updateAccount(id: 1, patch: {username: null}) { id }",
                                "notNull",
                                "patch.username must not be null."),
                        Arguments.of(
                                database,
                                "createPlayer(input: {parentId: \"x\", name: \"A\"}) { id }",
                                "id",
                                "input.parentId is no ID that there can be."),
                        Arguments.of(
                                database,
                                "createAccount(input: {username: \"u\", players: [{name: \"A\"}, {name: \"B\", score:"
                                        + " 1.234}]}) { id }",
                                "range",
                                "input.players[1].score has more than 2 digits after the point."),
                        Arguments.of(
                                database,
                                "createPlayer(input: {parentId: 1, name: \"A\", score: \"12345\"}) { id }",
                                "range",
                                "input.score has more than 4 digits before the point.")));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void refusesBeforeAnythingIsSent(TestDatabase database, String mutation, String rule, String message) {
        GamesGraph graph = graph(database);
        graph.statements();
        var response = graph.run("mutation { " + mutation + " }");
        assertThat(response.errors()).singleElement().satisfies(error -> {
            assertThat(error.message()).isEqualTo(message);
            assertThat(error.extensions())
                    .containsEntry("code", "BAD_USER_INPUT")
                    .containsEntry("rule", rule)
                    .containsEntry("input", message.substring(0, message.indexOf(' ')));
        });
        assertThat(graph.statements()).isEmpty();
    }

    static Stream<TestDatabase> databases() {
        return TestDatabases.of(ConstraintTest.class);
    }

    /** Fifteen digits are all that SQLite keeps of a decimal; the others keep these. */
    @ParameterizedTest
    @MethodSource("databases")
    void storesADecimalAsItIsOrNotAtAll(TestDatabase database) {
        GamesGraph graph = graph(database);
        var response = graph.run(
                "mutation { createStrict(input: {id: 1, label: \"a\", amount: \"1234567890.0123456789\"}) { amount }"
                        + " }");
        if (database.name().equals("SQLite")) {
            assertThat(response.errors())
                    .singleElement()
                    .extracting(ResponseError::extensions)
                    .satisfies(extensions -> assertThat(extensions).containsEntry("rule", "range"));
        } else {
            assertThat(response.toString())
                    .isEqualTo("{\"data\":{\"createStrict\":{\"amount\":\"1234567890.0123456789\"}}}");
        }
    }
}
