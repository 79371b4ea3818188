package dev.perigee.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.data.Caller;
import dev.perigee.data.ClientException;
import dev.perigee.data.Headers;
import dev.perigee.data.ResponseHeaders;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RpcServiceTest {
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final CompletableFuture<RpcReply> never = new CompletableFuture<>();
    private final CountDownLatch neverBegan = new CountDownLatch(1);
    private GraphServer server;

    @BeforeEach
    void start() throws Exception {
        LiveGraph graph = new LiveGraph(new TestGraph().engine(), this::call);
        server = GraphServer.builder(graph)
                .port(0)
                .authentication(RpcServiceTest::callerOf)
                .start();
    }

    @AfterEach
    void stop() {
        server.close();
        client.close();
    }

    private static CompletionStage<Caller> callerOf(Headers headers) {
        if (!"nobody".equals(headers.first("authorization")))
            return CompletableFuture.completedStage(Caller.named("ada"));
        return CompletableFuture.failedStage(new AuthenticationException("Nobody may call.", "Bearer"));
    }

    private CompletableFuture<RpcReply> call(
            String method, Map<String, @Nullable Object> request, Headers headers, @Nullable Caller caller) {
        return switch (method) {
            case "acme.v1.Users/Echo" -> {
                String text = new TreeMap<>(request) + " for " + headers.first("authorization");
                ResponseHeaders forClient = new ResponseHeaders();
                forClient.set("x-cost", "7");
                byte[] json = ("{\"echo\":\"" + text + "\"}").getBytes(UTF_8);
                yield CompletableFuture.completedFuture(new RpcReply(json, forClient));
            }
            case "WhoAmI" -> {
                byte[] json = ("{\"name\":\"" + caller.name() + "\"}").getBytes(UTF_8);
                yield CompletableFuture.completedFuture(new RpcReply(json, new ResponseHeaders()));
            }
            case "Fail" ->
                throw new ClientException(String.valueOf(request.get("code")), "It failed.", Map.of("reason", "why"));
            case "Break" -> CompletableFuture.failedFuture(new IllegalStateException("a secret"));
            default -> {
                neverBegan.countDown();
                yield never;
            }
        };
    }

    @Test
    void a_method_is_called_with_json() throws Exception {
        HttpResponse<String> response =
                post("rpc/acme.v1.Users/Echo", "{\"id\": 1, \"name\": null}", "authorization", "me");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("content-type")).hasValue("application/json; charset=utf-8");
        assertThat(response.headers().firstValue("x-cost")).hasValue("7");
        assertThat(response.body()).isEqualTo("{\"echo\":\"{id=1, name=null} for me\"}");
        assertThat(post("rpc/acme.v1.Users/Echo", "").body()).isEqualTo("{\"echo\":\"{} for null\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "INVALID_ARGUMENT, 400",
        "FAILED_PRECONDITION, 400",
        "OUT_OF_RANGE, 400",
        "UNAUTHENTICATED, 401",
        "PERMISSION_DENIED, 403",
        "NOT_FOUND, 404",
        "ALREADY_EXISTS, 409",
        "ABORTED, 409",
        "RESOURCE_EXHAUSTED, 429",
        "CANCELLED, 499",
        "INTERNAL, 500",
        "UNKNOWN, 500",
        "DATA_LOSS, 500",
        "UNIMPLEMENTED, 501",
        "UNAVAILABLE, 503",
        "DEADLINE_EXCEEDED, 504",
    })
    void a_failure_has_the_status_of_its_code(String code, int status) throws Exception {
        HttpResponse<String> response = post("rpc/Fail", "{\"code\": \"" + code + "\"}");

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.body())
                .isEqualTo("{\"errors\":[{\"message\":\"It failed.\",\"extensions\":{\"code\":\"" + code
                        + "\",\"reason\":\"why\"}}]}");
    }

    @Test
    void the_call_knows_who_calls() throws Exception {
        assertThat(post("rpc/WhoAmI", "{}").body()).isEqualTo("{\"name\":\"ada\"}");
    }

    @Test
    void credentials_that_are_not_accepted_call_nothing() throws Exception {
        HttpResponse<String> response = post("rpc/WhoAmI", "{}", "authorization", "nobody");

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.headers().firstValue("www-authenticate")).hasValue("Bearer");
        assertThat(response.body()).contains("Nobody may call.").contains("UNAUTHENTICATED");
    }

    @Test
    void an_unexpected_failure_tells_nothing() throws Exception {
        HttpResponse<String> response = post("rpc/Break", "{}");

        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(response.body()).contains("INTERNAL_ERROR").doesNotContain("secret");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST | rpc/GetUser | [1]  | application/json | 422 | The body must be a JSON object, the request"
                        + " message, found an array.",
                "POST | rpc/GetUser | {a   | application/json | 400 | The body is not valid JSON",
                "POST | rpc/        | {}   | application/json | 422 | Name a method, as in /rpc/GetUser.",
                "POST | rpc/GetUser | {}   | text/plain       | 415 | Send the request as application/json, in UTF-8.",
                "GET  | rpc/GetUser | {}   | application/json | 405 | Use POST to call a method.",
            })
    void what_is_no_call_is_refused(String method, String path, String body, String type, int status, String message)
            throws Exception {
        HttpResponse<String> response = client.send(
                HttpRequest.newBuilder(server.uri().resolve(path))
                        .method(method, BodyPublishers.ofString(body))
                        .header("content-type", type)
                        .build(),
                BodyHandlers.ofString());

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.body()).contains(message);
    }

    @Test
    void there_is_nothing_unless_it_is_switched_on() throws Exception {
        try (TestServer without = new TestServer()) {
            assertThat(post(without.uri().resolve("rpc/GetUser"), "{}").statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void a_client_that_goes_away_cancels_the_call() throws Exception {
        CompletableFuture<?> answer = client.sendAsync(
                request(server.uri().resolve("rpc/Never"), "{}").build(), BodyHandlers.discarding());
        assertThat(neverBegan.await(10, SECONDS)).isTrue();

        answer.cancel(true);

        assertThat(never.handle((reply, failure) -> failure != null).get(10, SECONDS))
                .isTrue();
        assertThat(never).isCancelled();
    }

    private HttpResponse<String> post(String path, String body, String... headers) throws Exception {
        return post(server.uri().resolve(path), body, headers);
    }

    private HttpResponse<String> post(URI uri, String body, String... headers) throws Exception {
        HttpRequest.Builder request = request(uri, body);
        if (headers.length > 0) request.headers(headers);
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(URI uri, String body) {
        return HttpRequest.newBuilder(uri)
                .POST(BodyPublishers.ofString(body))
                .header("content-type", "application/json");
    }
}
