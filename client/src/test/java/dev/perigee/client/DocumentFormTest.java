package dev.perigee.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perigee.client.JsonServer.Answer;
import dev.perigee.client.JsonServer.Asked;
import dev.perigee.server.DocumentSettings;
import dev.perigee.server.GraphServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is sent for a document, by the forms there are. */
class DocumentFormTest {
    private static final String TEXT = "query A($x: Int) { a(x: $x) }";
    private static final Operation<?> QUERY = Operation.of(TEXT).variable("x", 1);
    private static final String DATA = "{\"data\":{\"a\":1}}";

    /** By sha256sum of the text. */
    private static final String HASH = "b7d9a1ad20cbde40a368519199f132b57e179bee52b01551c6fdd2e8b6ff5390";

    @TempDir
    Path folder;

    @Test
    void text() {
        try (JsonServer server = JsonServer.answering(asked -> Answer.of(200, DATA));
                Client client = Client.builder(server.uri()).build()) {
            client.execute(QUERY.named("A"));
            assertThat(server.asked.getFirst().parameters())
                    .isEqualTo(Map.of("query", TEXT, "operationName", "A", "variables", Map.of("x", 1)));
        }
    }

    @Test
    void hashes_first_and_the_text_when_the_server_asks_for_it() {
        try (JsonServer server = persisting();
                Client client = Client.builder(server.uri())
                        .documents(DocumentForm.hashed())
                        .build()) {
            client.execute(QUERY);
            client.execute(QUERY);
            assertThat(server.asked).extracting(Asked::method).containsOnly("POST");
            assertThat(server.asked)
                    .extracting(asked -> asked.parameters().containsKey("query"))
                    .containsExactly(false, true, false);
            assertThat(server.asked.get(1).parameters().get("extensions"))
                    .isEqualTo(Map.of("persistedQuery", Map.of("version", 1, "sha256Hash", HASH)));
            assertThat(server.asked.get(2).parameters().get("variables")).isEqualTo(Map.of("x", 1));
        }
    }

    @Test
    void hashes_of_queries_by_get() {
        try (JsonServer server = persisting();
                Client client = Client.builder(server.uri())
                        .documents(DocumentForm.hashedByGet())
                        .build()) {
            client.execute(QUERY);
            client.execute(QUERY);
            client.execute(Operation.of("mutation { a }"));
            client.execute(QUERY.variable("long", "x".repeat(5_000)));
            assertThat(server.asked)
                    .extracting(Asked::method)
                    .containsExactly("GET", "POST", "GET", "POST", "POST", "POST");
            assertThat(server.asked.get(2).query())
                    .isEqualTo("variables={\"x\":1}&extensions={\"persistedQuery\":{\"version\":1,\"sha256Hash\":\""
                            + HASH + "\"}}");
            assertThat(server.asked.get(2).body()).isEmpty();
        }
    }

    /** A server of automatic persisted queries. */
    private static JsonServer persisting() {
        Set<Object> known = ConcurrentHashMap.newKeySet();
        return JsonServer.answering(asked -> {
            String hash = (asked.query() == null ? asked.body() : asked.query())
                    .replaceFirst("(?s).*\"sha256Hash\":\"([0-9a-f]{64})\".*", "$1");
            if (asked.query() == null && asked.parameters().containsKey("query")) known.add(hash);
            if (known.contains(hash)) return Answer.of(200, DATA);
            return Answer.of(
                    404,
                    "{\"errors\":[{\"message\":\"Not"
                            + " known.\",\"extensions\":{\"code\":\"PERSISTED_QUERY_NOT_FOUND\"}}]}");
        });
    }

    @Test
    void servers_that_know_no_hashes_get_texts_from_then_on() {
        try (JsonServer server =
                        JsonServer.answering(asked -> asked.parameters().containsKey("query")
                                ? Answer.of(200, DATA)
                                : Answer.of(200, "{\"errors\":[{\"message\":\"PersistedQueryNotSupported\"}]}"));
                Client client = Client.builder(server.uri())
                        .documents(DocumentForm.hashed())
                        .build()) {
            client.execute(QUERY);
            client.execute(QUERY);
            assertThat(server.asked)
                    .extracting(asked -> asked.parameters().keySet())
                    .containsExactly(
                            Set.of("variables", "extensions"),
                            Set.of("variables", "query"),
                            Set.of("variables", "query"));
        }
    }

    @Test
    void other_refusals_are_not_asked_again() {
        try (JsonServer server = JsonServer.answering(asked -> Answer.of(400, "{\"errors\":[{\"message\":\"No.\"}]}"));
                Client client = Client.builder(server.uri())
                        .documents(DocumentForm.hashed())
                        .build()) {
            assertThatThrownBy(() -> client.execute(QUERY)).hasMessage("No.");
            assertThat(server.asked).hasSize(1);
        }
    }

    @Test
    void trusted_documents_go_by_id_alone() {
        try (JsonServer server = JsonServer.answering(asked -> Answer.of(200, DATA));
                Client client = Client.builder(server.uri())
                        .documents(DocumentForm.trusted(Map.of("a-1", TEXT)))
                        .build()) {
            client.execute(QUERY);
            assertThat(server.asked.getFirst().parameters())
                    .isEqualTo(Map.of("documentId", "a-1", "variables", Map.of("x", 1)));
            assertThatThrownBy(() -> client.execute(Operation.of("{ other }")))
                    .isInstanceOf(InvalidOperationException.class)
                    .hasMessage("The document is none of those that the server was given: there is no id for it.");
            assertThat(server.asked).hasSize(1);
        }
    }

    @Test
    void trusted_documents_by_their_hash() {
        try (JsonServer server = JsonServer.answering(asked -> Answer.of(200, DATA));
                Client client = Client.builder(server.uri())
                        .documents(DocumentForm.trustedByHash())
                        .build()) {
            client.execute(QUERY);
            assertThat(server.asked.getFirst().parameters())
                    .isEqualTo(Map.of("documentId", "sha256:" + HASH, "variables", Map.of("x", 1)));
        }
    }

    @Test
    void documents_of_files_and_resources() throws Exception {
        Path query = Files.writeString(folder.resolve("a.graphql"), "{ a { ...F } }");
        Path fragment = Files.writeString(folder.resolve("f.graphql"), "fragment F on A { b }");
        assertThat(Operation.file(query, fragment).document()).isEqualTo("{ a { ...F } }\nfragment F on A { b }");
        assertThatThrownBy(() -> Operation.file(folder.resolve("b.graphql")))
                .hasMessageStartingWith(folder.resolve("b.graphql") + " can't be read");
        assertThat(Operation.resource(DocumentFormTest.class, "todos.graphql").document())
                .isEqualTo("query Todos { todos { total } }\n");
        assertThatThrownBy(() -> Operation.resource(DocumentFormTest.class, "none.graphql"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There is no resource none.graphql near " + DocumentFormTest.class.getName() + ".");
    }

    @Test
    void perigees_own_server_takes_all_forms() throws Exception {
        String total = "{ todos { total } }";
        for (DocumentForm form : List.of(
                DocumentForm.text(),
                DocumentForm.hashed(),
                DocumentForm.hashedByGet(),
                DocumentForm.trusted(Map.of("total-1", total)),
                DocumentForm.trustedByHash())) {
            try (GraphServer server = GraphServer.builder(TodoGraph.engine())
                            .port(0)
                            .documents(new DocumentSettings(1 << 20, Map.of("total-1", total), false))
                            .start();
                    Client client = Client.builder(server.uri().resolve("graphql"))
                            .documents(form)
                            .build()) {
                client.fetchSchema();
                for (int i = 0; i < 2; i++) {
                    assertThat(client.execute(Operation.of(total)).orThrow())
                            .isEqualTo(Map.of("todos", Map.of("total", 2)));
                }
            }
        }
    }

    @Test
    void two_ids_of_one_document_are_a_mistake() {
        assertThatThrownBy(() -> DocumentForm.trusted(Map.of("a", TEXT, "b", TEXT)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
