package dev.perigee.server;

import static dev.perigee.server.TestServer.encoded;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** @see <a href="https://http-spec.graphql.org/September2026/#sec-Status-Codes">Status Codes</a> */
class StatusTest {
    private static final String GRAPHQL = "application/graphql-response+json; charset=utf-8";
    private static final String JSON = "application/json; charset=utf-8";

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = new TestServer();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        { hello }                          | 200 | {"data":{"hello":"world"}}
        { hello missing }                  | 294 | NOT_FOUND
        { brokenToo }                      | 294 | "data":null
        mutation { increment }             | 200 | "increment":
        {                                  | 400 | SYNTAX_ERROR
        { unknown }                        | 422 | VALIDATION_FAILED
        query A { hello } query B { hello }| 422 | OPERATION_NOT_FOUND
        query($c: Int!) { items(count: $c) { id } } | 422 | BAD_USER_INPUT
        subscription { ticks }             | 422 | OPERATION_NOT_ALLOWED
        """)
    void by_post(String document, int status, String part) {
        HttpResponse<String> answer = server.query(document);
        assertThat(answer.body()).contains(part);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("content-type")).hasValue(GRAPHQL);
        assertThat(answer.headers().firstValue("cache-control")).hasValue("no-store");
        assertThat(answer.headers().firstValue("x-content-type-options")).hasValue("nosniff");
        assertThat(answer.headers().firstValue("server")).isEmpty();
    }

    /** As for others, but that success is 200 and says application/json. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        { hello }         | 200 | application/json; charset=utf-8
        { hello missing } | 200 | application/json; charset=utf-8
        {                 | 400 | application/graphql-response+json; charset=utf-8
        { unknown }       | 422 | application/graphql-response+json; charset=utf-8
        """)
    void for_clients_that_take_application_json_only(String document, int status, String type) {
        HttpResponse<String> answer = server.query(document, "accept", "application/json");
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("content-type")).hasValue(type);
    }

    @Test
    void a_query_by_get() {
        HttpResponse<String> answer = server.get("graphql?query=" + encoded("query($a: Any) { echo(any: $a) }")
                + "&operationName=&variables=" + encoded("{\"a\": [1, 2.50]}") + "&extensions=");
        assertThat(answer.body()).isEqualTo("{\"data\":{\"echo\":\"ArrayList [1, 2.50]\"}}");
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void a_query_by_get_with_characters_that_others_would_encode() {
        assertThat(server.raw("GET /graphql?query={hello,a:hello;} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n"))
                .contains("SYNTAX_ERROR") // the semicolon is part of the document
                .startsWith("HTTP/1.1 400");
        assertThat(server.raw("GET /graphql?query={hello,a:hello} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n"))
                .endsWith("{\"data\":{\"hello\":\"world\",\"a\":\"world\"}}");
    }

    @Test
    void a_mutation_by_get_is_not_run() {
        int before = server.graph.increments.get();
        HttpResponse<String> answer = server.get("graphql?query=" + encoded("mutation { increment }"));
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("allow")).hasValue("POST");
        assertThat(answer.body()).contains("OPERATION_NOT_ALLOWED");
        assertThat(server.graph.increments.get()).isEqualTo(before);
    }

    @Test
    void http2() throws Exception {
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build()) {
            HttpRequest request = server.request("graphql", "content-type", "application/json")
                    .POST(BodyPublishers.ofString("{\"query\": \"{ hello header(name: \\\":path\\\") }\"}"))
                    .build();
            for (int i = 0; i < 2; i++) { // the first asks for the upgrade
                HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
                assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
                assertThat(answer.body()).isEqualTo("{\"data\":{\"hello\":\"world\",\"header\":[]}}");
            }
        }
    }

    @Test
    void head_is_get_without_the_body() {
        HttpResponse<String> answer = server.send("HEAD", "graphql?query=" + encoded("{ hello }"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-type")).hasValue(GRAPHQL);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void options_says_what_there_is() {
        HttpResponse<String> answer = server.send("OPTIONS", "graphql");
        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.headers().firstValue("allow")).hasValue("GET, HEAD, POST, OPTIONS");
    }

    @ParameterizedTest
    @CsvSource({"PUT", "DELETE", "PATCH", "TRACE"})
    void other_methods(String method) {
        HttpResponse<String> answer = server.send(method, "graphql");
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("allow")).hasValue("GET, HEAD, POST, OPTIONS");
        assertThat(answer.body()).contains("METHOD_NOT_ALLOWED");
    }

    @Test
    void nothing_acceptable() {
        HttpResponse<String> answer = server.query("{ hello }", "accept", "text/html");
        assertThat(answer.statusCode()).isEqualTo(406);
        assertThat(answer.body()).contains("NOT_ACCEPTABLE");
    }

    @ParameterizedTest
    @CsvSource({"nowhere", "graphql/", "graphql/more", "''"})
    void unknown_paths(String path) {
        HttpResponse<String> answer = server.get(path);
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("content-type")).hasValue(JSON);
        assertThat(answer.body()).contains("NOT_FOUND");
    }

    @Test
    void the_callers_headers_reach_the_graph() {
        assertThat(server.query("{ header(name: \"X-Who\") }", "x-who", "me", "x-who", "too")
                        .body())
                .contains("[\"me\",\"too\"]");
        assertThat(server.query("{ header(name: \":path\") }").body()).contains("[]");
    }

    @Test
    void what_is_unexpected_is_masked() {
        assertThat(server.query("{ broken }").body()).contains("INTERNAL_ERROR").doesNotContain("secret");
    }

    @Test
    void health() {
        HttpResponse<String> answer = server.get("health");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"status\":\"ready\"}");
        assertThat(answer.headers().firstValue("content-type")).hasValue(JSON);
    }
}
