package dev.perigee.server;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class BatchTest {
    private final TestServer server = new TestServer(settings -> settings.maxBatch(3));

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void responses_in_the_order_of_requests() {
        HttpResponse<String> answer = server.post("""
            [{"query": "{ hello }"},
             {"query": "mutation { increment }"},
             {"query": "query ($id: ID!) { item(id: $id) { text } }", "variables": {"id": 7}}]
            """);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-type"))
                .hasValue("application/graphql-response+json; charset=utf-8");
        assertThat(answer.body())
                .isEqualTo("[{\"data\":{\"hello\":\"world\"}},{\"data\":{\"increment\":1}},"
                        + "{\"data\":{\"item\":{\"text\":\"item 7\"}}}]");
    }

    @Test
    void a_batch_of_one_is_answered_with_an_array() {
        assertThat(server.post("[{\"query\": \"{ hello }\"}]", "content-type", "application/json")
                        .body())
                .isEqualTo("[{\"data\":{\"hello\":\"world\"}}]");
    }

    @Test
    void what_is_wrong_with_one_is_said_in_its_place() {
        HttpResponse<String> answer = server.post("""
            [{"query": "{ helo }"}, {"query": "subscription { ticks }"}, {"query": "{ missing hello }"}]
            """);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .matches("\\[\\{\"errors\":.*VALIDATION_FAILED.*},\\{\"errors\":.*OPERATION_NOT_ALLOWED.*},"
                        + "\\{\"errors\":.*NOT_FOUND.*\"data\":\\{\"missing\":null,\"hello\":\"world\"}}]");
    }

    @Test
    void they_run_at_the_same_time() throws Exception {
        CompletableFuture<HttpResponse<String>> answer = CompletableFuture.supplyAsync(
                () -> server.post("[{\"query\": \"{ slow }\"}, {\"query\": \"mutation { increment }\"}]"));
        assertThat(server.graph.slowBegan.await(10, SECONDS)).isTrue();
        while (server.graph.increments.get() == 0) Thread.sleep(5); // although the one before has not ended
        assertThat(answer).isNotDone();
        server.graph.slowMayEnd.countDown();
        assertThat(answer.get(10, SECONDS).body())
                .isEqualTo("[{\"data\":{\"slow\":\"done\"}},{\"data\":{\"increment\":1}}]");
    }

    @Test
    void a_client_that_goes_away_cancels_all() throws Exception {
        String body = "[{\"query\": \"{ hello }\"}, {\"query\": \"{ slow }\"}]";
        try (var client = server.connect()) {
            client.getOutputStream()
                    .write(("POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: "
                                    + body.length() + "\r\n\r\n" + body)
                            .getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            assertThat(server.graph.slowBegan.await(10, SECONDS)).isTrue();
        }
        assertThat(server.graph.slowCancelled.await(10, SECONDS)).isTrue();
    }

    @Test
    void batches_that_are_none() {
        assertThat(refused("[]")).isEqualTo("422 BAD_REQUEST The batch is empty.");
        assertThat(refused("[{\"query\": \"{ hello }\"}, 7]"))
                .isEqualTo(
                        "422 BAD_REQUEST Request 2 of the batch: It must be a JSON object with \\\"query\\\", found a"
                                + " number.");
        assertThat(refused("[{}]"))
                .isEqualTo("422 BAD_REQUEST Request 1 of the batch: The request has no \\\"query\\\", the document to"
                        + " run.");
        assertThat(refused("[{\"query\": \"{ hello }\"}")).startsWith("400 BAD_REQUEST The body is not valid JSON");
        assertThat(refused("[" + "{\"query\": \"{ hello }\"},".repeat(3) + "{\"query\": \"{ hello }\"}]"))
                .isEqualTo("422 LIMIT_EXCEEDED The batch has more than 3 requests.");
    }

    private String refused(String body) {
        HttpResponse<String> answer = server.post(body);
        return answer.statusCode() + " "
                + answer.body()
                        .replaceFirst(
                                "\\{\"errors\":\\[\\{\"message\":\"(.*)\",\"extensions\":\\{\"code\":\"(.*)\"}}]}",
                                "$2 $1");
    }
}
