package dev.perigee.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

/** Servers that do not answer as they should: each is told of quickly, in one sentence or two, with its address. */
@Timeout(60)
class FaultsTest {
    private static final String GRAPHQL = "application/graphql-response+json";
    private static final String JSON = "application/json; charset=utf-8";

    private record Answer(String name, int status, String type, String body, boolean mayHaveRun, String message) {}

    @TestFactory
    Stream<DynamicTest> answers_that_are_none() {
        return Stream.of(
                        new Answer(
                                "page of a proxy",
                                502,
                                "text/html",
                                "<html>\r\n<h1>Bad\tGateway\u0007</h1>",
                                true,
                                "answered 502 with what is not GraphQL. Its type: text/html."
                                        + " It begins with: <html> <h1>Bad Gateway </h1>"),
                        new Answer(
                                "not found",
                                404,
                                "text/plain",
                                "",
                                false,
                                "answered 404 with what is not GraphQL. Its type: text/plain."),
                        new Answer(
                                "JSON of a gateway",
                                429,
                                JSON,
                                "{\"message\":\"slow down\"}",
                                false,
                                "answered 429 with what is not GraphQL: it has neither data nor errors."
                                        + " Its type: application/json; charset=utf-8."
                                        + " It begins with: {\"message\":\"slow down\"}"),
                        wrong("empty", "", "it is empty"),
                        wrong("a list", "[]", "it must be an object, not a list"),
                        wrong(
                                "cut off",
                                "{\"data\":{\"a\":1",
                                "it is not valid JSON at line 1, column 15: Unexpected end-of-input: expected close"
                                        + " marker for Object"),
                        wrong(
                                "something behind it",
                                "{\"data\":{}} x",
                                "it is not valid JSON at line 1, column 13: Unrecognized token 'x'"),
                        wrong(
                                "a name twice",
                                "{\"data\":{\"a\":1,\"a\":2}}",
                                "it is not valid JSON at line 1, column 19: Duplicate field 'a'"),
                        wrong("data of no object", "{\"data\":[1]}", "its data must be an object, not a list"),
                        wrong("data that is null", "{\"data\":null}", "its data is null, and no error says why"),
                        wrong(
                                "errors of no list",
                                "{\"errors\":{\"message\":\"a\"}}",
                                "its errors must be a list, not an object"),
                        wrong(
                                "an error of no object",
                                "{\"errors\":[\"a\"]}",
                                "errors[0] must be an object, not \"a\""),
                        wrong(
                                "an error without message",
                                "{\"errors\":[{}]}",
                                "errors[0].message must be a string, not null"),
                        wrong(
                                "a path of objects",
                                "{\"data\":{},\"errors\":[{\"message\":\"a\",\"path\":[{}]}]}",
                                "errors[0].path must be a list of names and indices, not a list"),
                        wrong(
                                "too deep",
                                "{\"data\":{\"a\":" + "[".repeat(600) + "]".repeat(600) + "}}",
                                "it is nested deeper than 500 levels, or has a number of more than 1000 digits"),
                        wrong(
                                "a number without end",
                                "{\"data\":{\"a\":" + "1".repeat(2_000) + "}}",
                                "it is nested deeper than 500 levels, or has a number of more than 1000 digits"),
                        wrong(
                                "a number beyond measure",
                                "{\"data\":{\"a\":1e999999999}}",
                                "it has a number with an exponent beyond 1000, at line 1, column 14"))
                .map(answer -> dynamicTest(answer.name(), () -> check(answer)));
    }

    private static Answer wrong(String name, String body, String reason) {
        String text =
                body.isEmpty() ? "" : " It begins with: " + (body.length() > 200 ? body.substring(0, 200) + "…" : body);
        return new Answer(
                name,
                200,
                GRAPHQL,
                body,
                true,
                "answered 200 with what is not GraphQL: " + reason + ". Its type: " + GRAPHQL + "." + text);
    }

    private static void check(Answer answer) {
        try (RawServer server = RawServer.answering(RawServer.http(answer.status(), answer.type(), answer.body()));
                Client client = Client.builder(server.uri()).build()) {
            TransportException e = failure(client);
            assertThat(e.getMessage()).isEqualTo(server.shownUri() + " " + answer.message());
            assertThat(e.status()).isEqualTo(answer.status());
            assertThat(e.mayHaveRun()).isEqualTo(answer.mayHaveRun());
        }
    }

    private static TransportException failure(Client client) {
        return catchThrowableOfType(TransportException.class, () -> client.execute(Operation.of("{ a }")));
    }

    @Test
    void malformed_utf8() {
        try (RawServer server = RawServer.answering((request, out) -> {
                    out.write(RawServer.open(JSON).getBytes(UTF_8));
                    out.write(new byte[] {'{', '"', 'd', 'a', 't', 'a', '"', ':', '{', '"', 'a', '"', ':', '"'});
                    out.write(new byte[] {(byte) 0xff, '"', '}', '}'});
                });
                Client client = Client.builder(server.uri()).build()) {
            assertThat(failure(client)).hasMessageContaining("not valid JSON at line 1, column 16: Invalid UTF-8");
        }
    }

    @Test
    void redirects_are_told_of_not_followed() {
        try (RawServer server = RawServer.answering("HTTP/1.1 308 X\r\nlocation: https://example.com/g?key=secret\r\n"
                        + "content-length: 0\r\nconnection: close\r\n\r\n");
                Client client = Client.builder(server.uri()).build()) {
            TransportException e = failure(client);
            assertThat(e)
                    .hasMessage(server.shownUri() + " answered 308 with what is not GraphQL: it is empty."
                            + " It points to https://example.com/g.");
            assertThat(e.mayHaveRun()).isFalse();
        }
    }

    @Test
    void legacy_servers_answer_400_with_errors_as_plain_json() {
        String body = "{\"errors\":[{\"message\":\"No.\",\"locations\":null}]}";
        try (RawServer server = RawServer.answering(RawServer.http(400, JSON, body));
                Client client = Client.builder(server.uri()).build()) {
            RequestErrorException e =
                    catchThrowableOfType(RequestErrorException.class, () -> client.execute(Operation.of("{ a }")));
            assertThat(e).hasMessage("No.");
            assertThat(e.status()).isEqualTo(400);
        }
    }

    @Test
    void partial_data_whatever_the_status() {
        String body = "{\"data\":{\"a\":null},\"errors\":[{\"message\":\"No.\",\"path\":[\"a\"]}]}";
        for (int status : new int[] {200, 294, 500}) {
            try (RawServer server = RawServer.answering(RawServer.http(status, GRAPHQL, body));
                    Client client = Client.builder(server.uri()).build()) {
                Result<?> result = client.execute(Operation.of("{ a }"));
                assertThat(result.isPartial()).isTrue();
                assertThat(result.errors().getFirst().pathText()).isEqualTo("a");
            }
        }
    }

    @Test
    void endless_bodies_are_given_up() throws Exception {
        try (RawServer server = RawServer.answering((request, out) -> {
                    out.write((RawServer.open(JSON) + "{\"data\":{\"a\":\"").getBytes(UTF_8));
                    byte[] more = "a".repeat(8_192).getBytes(UTF_8);
                    while (true) out.write(more);
                });
                Client client =
                        Client.builder(server.uri()).maxReplyBytes(100_000).build()) {
            TransportException e = failure(client);
            assertThat(e)
                    .hasMessage(server.shownUri()
                            + " answered 200 with more than 100,000 bytes, which is what a reply may have"
                            + " (maxReplyBytes).");
            assertThat(e.mayHaveRun()).isTrue();
            assertThat(server.isAbandoned()).isTrue();
        }
    }

    @Test
    void bodies_that_say_they_are_too_large_are_not_read() throws Exception {
        try (RawServer server = RawServer.answering((request, out) -> {
                    out.write("HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 99999999999\r\n\r\n"
                            .getBytes(UTF_8));
                    byte[] more = new byte[8_192];
                    while (true) out.write(more);
                });
                Client client = Client.builder(server.uri()).build()) {
            assertThat(failure(client)).hasMessageContaining("more than 67,108,864 bytes");
            assertThat(server.isAbandoned()).isTrue();
        }
    }

    @Test
    void a_server_that_dies_in_the_middle() {
        String half = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{\"data\":";
        try (RawServer server = RawServer.answering(half);
                Client client = Client.builder(server.uri()).build()) {
            TransportException e = failure(client);
            assertThat(e)
                    .hasMessageStartingWith(
                            server.shownUri() + ": the connection broke off before there was a whole answer: ");
            assertThat(e.mayHaveRun()).isTrue();
        }
    }

    @Test
    void a_server_that_hangs_up() {
        try (RawServer server = RawServer.answering("");
                Client client = Client.builder(server.uri()).build()) {
            assertThat(failure(client)).hasMessageContaining("the connection broke off");
        }
    }

    @Test
    void a_server_that_speaks_no_http() {
        try (RawServer server = RawServer.answering("220 smtp ready\r\n\r\n");
                Client client = Client.builder(server.uri()).build()) {
            assertThat(failure(client)).hasMessageStartingWith(server.shownUri());
        }
    }

    @Test
    void a_server_that_never_answers() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        try (RawServer server = RawServer.answering((request, out) -> await(over));
                Client client = Client.builder(server.uri())
                        .timeout(Duration.ofMillis(200))
                        .build()) {
            TransportException e = failure(client);
            assertThat(e.getMessage()).startsWith(server.shownUri() + ": no whole answer within ");
            assertThat(e.mayHaveRun()).isTrue();
            over.countDown();
        }
    }

    @Test
    void a_server_that_answers_drop_by_drop() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        try (RawServer server = RawServer.answering((request, out) -> {
                    out.write((RawServer.open(JSON) + "{\"data\":").getBytes(UTF_8));
                    out.flush();
                    await(over);
                });
                Client client = Client.builder(server.uri())
                        .timeout(Duration.ofMillis(300))
                        .build()) {
            assertThat(failure(client)).hasMessageContaining(": no whole answer within ");
            over.countDown();
        }
    }

    @Test
    void nobody_there() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        try (Client client = Client.connect("http://localhost:" + port + "/graphql?key=secret")) {
            TransportException e = failure(client);
            assertThat(e).hasMessage("http://localhost:" + port + "/graphql cannot be reached: no connection.");
            assertThat(e.mayHaveRun()).isFalse();
        }
    }

    @Test
    void no_such_host() {
        try (Client client = Client.connect("http://perigee.invalid/graphql")) {
            TransportException e = failure(client);
            assertThat(e).hasMessage("http://perigee.invalid/graphql: there is no host of this name.");
            assertThat(e.mayHaveRun()).isFalse();
        }
    }

    @Test
    void cancelling_ends_the_exchange() throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        try (RawServer server = endless(arrived);
                Client client = Client.builder(server.uri()).build()) {
            CompletableFuture<?> running = client.executeAsync(Operation.of("{ a }"));
            arrived.await();
            running.cancel(true);
            assertThat(server.isAbandoned()).isTrue();
        }
    }

    @Test
    void interrupting_ends_the_exchange() throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        try (RawServer server = endless(arrived);
                Client client = Client.builder(server.uri()).build()) {
            CompletableFuture<String> outcome = new CompletableFuture<>();
            Thread caller = Thread.ofPlatform().start(() -> {
                String message = failure(client).getMessage();
                outcome.complete(message + " " + Thread.currentThread().isInterrupted());
            });
            arrived.await();
            caller.interrupt();
            assertThat(outcome.join())
                    .isEqualTo(server.shownUri() + ": interrupted while waiting for the answer. true");
            assertThat(server.isAbandoned()).isTrue();
        }
    }

    /** Its answer goes on and on, from the time at which its request has arrived. */
    private static RawServer endless(CountDownLatch arrived) {
        return RawServer.answering((request, out) -> {
            arrived.countDown();
            out.write(RawServer.open(JSON).getBytes(UTF_8));
            while (true) {
                out.write(' ');
                out.flush();
            }
        });
    }

    @Test
    void headers_that_can_not_be_sent_are_named_without_their_value() {
        try (Client client = Client.connect("http://localhost:1/graphql")) {
            assertThatThrownBy(() -> client.execute(Operation.of("{ a }").header("authorization", "Bearer\nsecret")))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("The header \"authorization\" can't be sent")
                    .hasMessageNotContaining("secret");
        }
    }

    @Test
    void addresses_that_are_none() {
        assertAddress("ftp://a/graphql", "The address must begin with http:// or https://, not with \"ftp\".");
        assertAddress("graphql", "The address must begin with http:// or https://, not with \"null\".");
        assertAddress("http://me:secret@a/graphql", "The address has a user in it");
        assertAddress("http:/graphql", "The address has no host");
    }

    private static void assertAddress(String uri, String message) {
        assertThatThrownBy(() -> Client.builder(URI.create(uri)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message)
                .hasMessageNotContaining("secret");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
