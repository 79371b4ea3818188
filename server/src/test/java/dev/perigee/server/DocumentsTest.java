package dev.perigee.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class DocumentsTest {
    private static final String HELLO = "{ hello }";
    private static final String HASH = DocumentHash.of(HELLO);
    private static final DocumentSettings TRUSTED =
            new DocumentSettings(0, Map.of("Greeting", HELLO, "Inc", "mutation { increment }"), false);

    @Test
    void the_hash_is_that_of_the_specification() {
        // The example of the appendix.
        assertThat(DocumentHash.of("query ($id: ID!) {\n  user(id: $id) {\n    name\n  }\n}"))
                .isEqualTo("7dba4bd717b41f10434822356a93c32b1fb4907b983e854300ad839f84cdcd6e");
    }

    @Test
    void a_document_is_sent_once_and_named_from_then_on() {
        try (TestServer server = serve(new DocumentSettings(10_000, Map.of(), false))) {
            assertThat(outcome(server.post(persisted(HASH))))
                    .isEqualTo("422 PERSISTED_QUERY_NOT_FOUND PersistedQueryNotFound");
            assertThat(outcome(server.post(persisted(HASH), "accept", "application/json")))
                    .isEqualTo("200 PERSISTED_QUERY_NOT_FOUND PersistedQueryNotFound");
            assertThat(server.post(persisted(HASH).replaceFirst("\\{", "{\"query\": \"" + HELLO + "\", "))
                            .body())
                    .isEqualTo("{\"data\":{\"hello\":\"world\"}}");
            assertThat(server.post(persisted(HASH)).body()).isEqualTo("{\"data\":{\"hello\":\"world\"}}");
            assertThat(server.get("graphql?extensions="
                                    + TestServer.encoded(
                                            "{\"persistedQuery\":{\"version\":1,\"sha256Hash\":\"" + HASH + "\"}}"))
                            .body())
                    .isEqualTo("{\"data\":{\"hello\":\"world\"}}");
            assertThat(server.post("{\"documentId\": \"sha256:" + HASH + "\"}").body())
                    .isEqualTo("{\"data\":{\"hello\":\"world\"}}");
        }
    }

    @Test
    void a_hash_that_is_not_the_documents() {
        try (TestServer server = serve(new DocumentSettings(10_000, Map.of(), false))) {
            String other = DocumentHash.of("{ other }");
            assertThat(outcome(server.post(persisted(other).replaceFirst("\\{", "{\"query\": \"" + HELLO + "\", "))))
                    .startsWith("422 PERSISTED_QUERY_HASH_MISMATCH");
            assertThat(outcome(server.post(persisted(other)))).startsWith("422 PERSISTED_QUERY_NOT_FOUND");
            assertThat(outcome(server.post(persisted("F00")))).startsWith("422 BAD_REQUEST");
            assertThat(outcome(server.post(persisted(HASH).replace("\"version\": 1", "\"version\": 2"))))
                    .startsWith("422 PERSISTED_QUERY_NOT_SUPPORTED");
        }
    }

    @Test
    void what_is_kept_is_bounded() {
        DocumentCache cache = new DocumentCache(1_000);
        cache.put("a", "A", 100);
        cache.put("b", "B", 100);
        assertThat(cache.get("a")).isEqualTo("A"); // used after b
        cache.put("c", "C", 100);
        assertThat(cache.get("b")).isNull();
        assertThat(cache.get("a")).isEqualTo("A");
        cache.put("d", "D", 701);
        assertThat(cache.get("d")).isNull();
        assertThat(cache.get("c")).isEqualTo("C");
        cache.put("e", "E", 700);
        assertThat(cache.get("e")).isEqualTo("E");
        assertThat(cache.get("c")).isNull();
    }

    @Test
    void trusted_documents_by_id_and_by_hash() {
        try (TestServer server = serve(TRUSTED)) {
            assertThat(server.post("{\"documentId\": \"Greeting\"}").body())
                    .isEqualTo("{\"data\":{\"hello\":\"world\"}}");
            assertThat(server.get("graphql?documentId=sha256:" + HASH).body())
                    .isEqualTo("{\"data\":{\"hello\":\"world\"}}");
            assertThat(server.post(persisted(HASH)).body()).isEqualTo("{\"data\":{\"hello\":\"world\"}}");
            assertThat(server.query("{ hello again: hello }").statusCode()).isEqualTo(200);
            assertThat(outcome(server.post("{\"documentId\": \"Other\"}")))
                    .isEqualTo("422 PERSISTED_QUERY_NOT_FOUND There is no document of this \\\"documentId\\\".");
            assertThat(outcome(server.post("{\"documentId\": \"Greeting\", \"query\": \"{ hello }\"}")))
                    .startsWith("422 BAD_REQUEST");
            assertThat(server.get("graphql?documentId=Inc").statusCode()).isEqualTo(405);
        }
    }

    @Test
    void trusted_documents_only() {
        try (TestServer server = serve(new DocumentSettings(10_000, TRUSTED.trusted(), true))) {
            assertThat(server.post("{\"documentId\": \"Greeting\"}").statusCode())
                    .isEqualTo(200);
            assertThat(server.query(HELLO).statusCode()).isEqualTo(200); // the text of one
            String other = "{ hello again: hello }";
            assertThat(outcome(server.query(other))).startsWith("422 DOCUMENT_NOT_TRUSTED");
            assertThat(outcome(server.post(
                            persisted(DocumentHash.of(other)).replaceFirst("\\{", "{\"query\": \"" + other + "\", "))))
                    .startsWith("422 DOCUMENT_NOT_TRUSTED");
            assertThat(outcome(server.get("graphql?query=" + TestServer.encoded(other))))
                    .startsWith("422 DOCUMENT_NOT_TRUSTED");
        }
    }

    @Test
    void over_websocket_too() throws Exception {
        try (TestServer server = serve(new DocumentSettings(0, TRUSTED.trusted(), true));
                TestSocket client = TestSocket.ready(server.uri())) {
            client.say("{\"id\": \"1\", \"type\": \"subscribe\", \"payload\": {\"documentId\": \"Greeting\"}}");
            assertThat(client.hear()).contains("world");
            assertThat(client.hear()).contains("complete");
            client.subscribe("1", "{ again: hello }");
            assertThat(client.hear()).contains("\"error\"", "DOCUMENT_NOT_TRUSTED");
        }
    }

    @Test
    void a_server_that_keeps_none() {
        try (TestServer server = serve(DocumentSettings.NONE)) {
            assertThat(outcome(server.post(persisted(HASH))))
                    .isEqualTo("422 PERSISTED_QUERY_NOT_SUPPORTED PersistedQueryNotSupported");
            assertThat(server.post(persisted(HASH).replaceFirst("\\{", "{\"query\": \"" + HELLO + "\", "))
                            .statusCode())
                    .isEqualTo(200);
            assertThat(outcome(server.post("{\"documentId\": \"x\"}"))).startsWith("422 PERSISTED_QUERY_NOT_FOUND");
        }
    }

    private static TestServer serve(DocumentSettings documents) {
        return new TestServer(settings -> settings.documents(documents));
    }

    private static String persisted(String hash) {
        return "{\"extensions\": {\"persistedQuery\": {\"version\": 1, \"sha256Hash\": \"" + hash + "\"}}}";
    }

    private static String outcome(HttpResponse<String> answer) {
        return answer.statusCode() + " "
                + answer.body()
                        .replaceFirst(
                                "\\{\"errors\":\\[\\{\"message\":\"(.*)\",\"extensions\":\\{\"code\":\"(.*)\"}}]}",
                                "$2 $1");
    }
}
