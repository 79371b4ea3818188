package dev.perigee.sql.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.execution.Response;
import dev.perigee.sql.database.TestDatabase;
import dev.perigee.sql.database.TestDatabases;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a client gives is a value and nothing else: it is stored as it is, or refused. */
class VerbatimTest {
    private static final List<String> TEXTS = List.of(
            "'",
            "\"",
            "`",
            "\\",
            "\\'",
            "\\\\\" or 1=1 --",
            "'; drop table \"account\"; --",
            "`; drop table `account`; #",
            "' or '1'='1",
            "$1 ? ?? :name {x} ${x} %s %",
            "/* */ -- \n;\r\n\t",
            "$$; select 1; $$",
            "E'\\x00'",
            "null",
            "",
            " spaces ",
            "\u2028\uFEFF\uFFFF\u0007",
            "\u0000",
            "a\u0000'; drop table \"account\"",
            "\uD83D\uDE00 é e\u0301 ß İ",
            "\uD83D");

    static Stream<Arguments> texts() {
        return TestDatabases.of(VerbatimTest.class)
                .flatMap(database -> TEXTS.stream().map(text -> Arguments.of(database, text)));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void storesTextAsItIsOrRefusesIt(TestDatabase database, String text) {
        GamesGraph graph = GamesGraph.fresh(database);
        Response created = graph.run(
                "mutation($text: String!) { createAccount(input: {username: \"ada\", motto: $text, players: [{name:"
                        + " $text}]}) { motto players { nodes { name } } } }",
                Map.of("text", text));
        boolean isNoText = text.equals("\uD83D") || text.contains("\u0000");
        if (isNoText) {
            assertThat(created.errors())
                    .singleElement()
                    .satisfies(error -> assertThat(error.extensions())
                            .containsEntry("code", "BAD_USER_INPUT")
                            .containsEntry("rule", "character"));
            assertThat(graph.rows("select * from \"account\"")).isEmpty();
            return;
        }
        assertThat(created.errors()).isEmpty();
        assertThat(created.asMap())
                .isEqualTo(Map.of(
                        "data",
                        Map.of(
                                "createAccount",
                                Map.of("motto", text, "players", Map.of("nodes", List.of(Map.of("name", text)))))));
        assertThat(graph.rows("select \"motto\" from \"account\"")).containsExactly(text);
        graph.run("mutation { updateAccount(id: 1, patch: {motto: \"\"}) { id } }");
        graph.run(
                "mutation($text: String!) { updateAccount(id: 1, patch: {motto: $text}) { id } }",
                Map.of("text", text));
        assertThat(graph.rows("select \"motto\" from \"account\"")).containsExactly(text);
    }

    @ParameterizedTest
    @MethodSource("texts")
    void anIdIsOneOfTheColumnOrNone(TestDatabase database, String text) {
        GamesGraph graph = GamesGraph.fresh(database);
        graph.run("mutation { createAccount(input: {username: \"ada\"}) { id } }");
        assertThat(graph.run("mutation($id: ID!) { deleteAccount(id: $id) }", Map.of("id", text))
                        .asMap())
                .isEqualTo(Map.of("data", Map.of("deleteAccount", false)));
        assertThat(graph.run(
                                "mutation($id: ID!) { createPlayer(input: {name: \"A\", parentId: $id}) { id } }",
                                Map.of("id", text))
                        .errors())
                .singleElement()
                .satisfies(error -> assertThat(error.extensions()).containsEntry("code", "BAD_USER_INPUT"));
        assertThat(graph.rows("select \"username\" from \"account\"")).containsExactly("ada");
    }
}
