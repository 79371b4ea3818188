package dev.perigee.sql.hydration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.execution.Response;
import dev.perigee.execution.ResponseError;
import dev.perigee.sql.database.SqlLimits;
import dev.perigee.sql.database.TestDatabase;
import dev.perigee.sql.database.TestDatabases;
import dev.perigee.sql.graph.GraphOptions;
import dev.perigee.sql.graph.PageLimits;
import dev.perigee.sql.model.Column;
import dev.perigee.sql.model.Column.Trait;
import dev.perigee.sql.model.Kind;
import dev.perigee.sql.model.Model;
import dev.perigee.sql.model.Relation;
import dev.perigee.sql.model.SqlType;
import dev.perigee.sql.model.Table;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Strings of clients are values, whatever is in them: answers are the oracle's, and the table stays as it is. */
class InjectionTest {
    private static final List<String> PAYLOADS = List.of(
            "",
            "'",
            "''",
            "\"",
            "`",
            "\\",
            "\\'",
            "' or '1'='1",
            "' or 1=1 --",
            "\") or (\"1\"=\"1",
            "'; drop table \"note\"; --",
            "'; drop table `note`; #",
            "'/**/union/**/select/**/1,2--",
            "x' and extractvalue(1, concat(0x7e, version())) and '",
            "$1",
            "?",
            "{d '2024-01-01'}",
            "$$; drop table note; $$",
            "%",
            "_",
            "%27%20or%201=1",
            "\\\\' or 1=1 --",
            "a\nb\r\tc",
            "\u0001\u001f\u007f",
            "\u2019 or 1=1 --",
            "\uff07 or 1=1 --",
            "\u202e\u200b",
            "日本' --",
            "[a-z]*",
            "{\"a\": 1}",
            "null",
            "true");

    private static final Column ID = column(0, "id");
    private static final Column TEXT = column(1, "text");
    private static final Table NOTE =
            new Table(null, "note", "Note", null, List.of(ID, TEXT), List.of(ID), List.of(), null, false);
    private static final Model MODEL =
            Model.builder().table(NOTE).relation(same()).build();

    private static Column column(int ordinal, String name) {
        Set<Trait> traits = ordinal == 0
                ? Set.of(Trait.FILTERABLE, Trait.SORTABLE, Trait.REFERENCE)
                : Set.of(Trait.FILTERABLE, Trait.SORTABLE);
        return new Column(ordinal, name, name, SqlType.of(Kind.TEXT), traits, null);
    }

    /** Notes with the same text as this one's key. */
    private static Relation same() {
        Relation.Join join = new Relation.Join(NOTE, List.of(ID), NOTE, List.of(TEXT));
        return new Relation("same", Relation.Kind.HAS, List.of(join), true, false, false, null);
    }

    private static RandomGraph graph() {
        List<PlainRow> rows = new ArrayList<>();
        for (String payload : PAYLOADS) {
            rows.add(new PlainRow(NOTE, new Object[] {payload, payload}));
            rows.add(new PlainRow(NOTE, new Object[] {payload + "2", payload}));
        }
        return new RandomGraph(MODEL, Map.of(NOTE, rows), GraphOptions.DEFAULT, new PageLimits(1_000, 1_000), false);
    }

    static Stream<TestDatabase> databases() {
        return TestDatabases.of(InjectionTest.class);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void stringsAreValues(TestDatabase database) {
        RandomGraph graph = graph();
        TestTables.create(database, graph.rows());
        TestGraph engine = TestGraph.of(
                database, MODEL, SqlLimits.DEFAULT, source -> source.pageLimits(graph.pageLimits()), schema -> schema);
        for (String payload : PAYLOADS) {
            check(engine, graph, byVariables(), Map.of("id", payload, "text", payload, "like", payload + "%"));
            String literal = Literals.quoted(payload);
            check(engine, graph, "{ note(id: " + literal + ") { id same { nodes { id } } } }", Map.of());
            check(engine, graph, "{ notes(filter: { text: { eq: " + literal + " } }) { nodes { id } } }", Map.of());
        }
        check(engine, graph, "{ notes { nodes { id text same { totalCount } } } }", Map.of());
        TestTables.drop(database, graph.rows().keySet());
    }

    private static String byVariables() {
        return """
            query ($id: ID!, $text: String!, $like: String!) {
              note(id: $id) { id text same(filter: { id: { ne: $id } }) { nodes { id } } }
              eq: notes(filter: { text: { eq: $text } }) { edges { cursor node { id } } }
              ne: notes(filter: { text: { ne: $text }, id: { in: [$id, $id] } }) { totalCount }
              in: notes(filter: { text: { in: [$text, $like] } }) { aggregate { max { text } } }
              like: notes(filter: { text: { like: $like } }, orderBy: [{ text: DESC }]) { nodes { text } }
              less: notes(filter: { text: { lt: $text } }) { totalCount }
              any: notes(filter: { same: { some: { text: { eq: $text } } } }) { nodes { id } }
            }
            """;
    }

    private static void check(TestGraph engine, RandomGraph graph, String document, Map<String, Object> variables) {
        Response response = engine.run(document, variables);
        assertThat(response.errors()).as(document + variables).isEmpty();
        Object expected = new Oracle(graph, document, variables).answer();
        assertThat(JsonText.of(response.asMap().get("data")))
                .as(document + variables)
                .isEqualTo(JsonText.of(expected));
    }

    /** A text that not every database can have is no row's. */
    @ParameterizedTest
    @MethodSource("databases")
    void whatNoTextCanHaveFindsNothing(TestDatabase database) {
        RandomGraph graph = graph();
        TestTables.create(database, graph.rows());
        TestGraph engine = TestGraph.of(database, MODEL);
        for (String text : List.of("\0", "a\0' or 1=1 --", "\ud800", "\udc00\ud800")) {
            Response response = engine.run(
                    "query ($t: String!, $i: ID!) { note(id: $i) { id } notes(filter: { text: { eq: $t } }) {"
                            + " totalCount } }",
                    Map.of("t", text, "i", text));
            assertThat(response.toString()).isEqualTo("{\"data\":{\"note\":null,\"notes\":{\"totalCount\":0}}}");
        }
        TestTables.drop(database, graph.rows().keySet());
    }

    @ParameterizedTest
    @MethodSource("databases")
    void cursorsAndOrdersAreRefused(TestDatabase database) {
        RandomGraph graph = graph();
        TestTables.create(database, graph.rows());
        TestGraph engine = TestGraph.of(database, MODEL);
        for (String payload : PAYLOADS) {
            String encoded =
                    Base64.getUrlEncoder().encodeToString(payload.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            for (String cursor : List.of(payload, encoded)) {
                Response response =
                        engine.run("query ($c: String!) { notes(after: $c) { nodes { id } } }", Map.of("c", cursor));
                assertThat(response.errors()).extracting(ResponseError::code).containsExactly("BAD_USER_INPUT");
            }
            Response order = engine.run(
                    "query ($o: SortDirection!) { notes(orderBy: [{ text: $o }]) { nodes { id } } }",
                    Map.of("o", payload));
            assertThat(order.isRequestError()).isTrue();
        }
        assertThat(engine.statements()).isEmpty();
        check(engine, graph, "{ notes { totalCount } }", Map.of());
        TestTables.drop(database, graph.rows().keySet());
    }
}
