package dev.perigee.grpc.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.Any;
import com.google.rpc.BadRequest;
import com.google.rpc.DebugInfo;
import com.google.rpc.ErrorInfo;
import com.google.rpc.RetryInfo;
import dev.perigee.data.ClientException;
import dev.perigee.execution.Request;
import dev.perigee.execution.Response;
import dev.perigee.execution.ResponseError;
import dev.perigee.grpc.GrpcServer;
import dev.perigee.grpc.GrpcSource;
import dev.perigee.grpc.channel.Upstream;
import dev.perigee.grpc.idl.IdlException;
import dev.perigee.grpc.testing.gateway.Address;
import dev.perigee.grpc.testing.gateway.ListPeopleReply;
import dev.perigee.grpc.testing.gateway.Person;
import io.grpc.Metadata;
import io.grpc.Server;
import io.grpc.Status;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What clients of a graph are told when its services don't do as they should. */
@Timeout(120)
class FaultsTest {
    private static final String QUERY = "{ getPerson(id: 1) { name } }";
    private static final Metadata.Key<byte[]> DETAILS =
            Metadata.Key.of("grpc-status-details-bin", Metadata.BINARY_BYTE_MARSHALLER);
    private static final Person ANN =
            Person.newBuilder().setId(1).setName("Ann").build();

    private static ResponseError only(Response response) {
        assertThat(response.errors()).hasSize(1);
        return response.errors().getFirst();
    }

    private static void assertCode(Response response, String code) {
        assertThat(only(response).extensions()).containsEntry("code", code);
        assertThat(only(response).path()).containsExactly("getPerson");
        assertThat(response.toString()).contains("\"data\":{\"getPerson\":null}");
    }

    /** Nobody listens there, for now. */
    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Test
    void without_an_answer_there_is_no_reflection() throws Exception {
        try (Upstream upstream = Upstream.to("people", List.of("127.0.0.1:" + freePort()))
                .deadline(Duration.ofSeconds(5))
                .build()) {
            assertThatThrownBy(() ->
                            GrpcSource.builder().server(GrpcServer.of(upstream)).build())
                    .isInstanceOf(IdlException.class)
                    .hasMessageMatching("127\\.0\\.0\\.1:\\d+ can't be reached \\(UNAVAILABLE: .*\\)\\.");
        }
    }

    @Test
    void a_server_that_is_absent_at_start_is_found_when_it_is_there() throws Exception {
        int port = freePort();
        try (GraphServer graph = FaultyGraph.of(List.of(), Upstream.to("people", List.of("127.0.0.1:" + port)))) {
            assertCode(graph.run(QUERY, Map.of()), "UNAVAILABLE");
            Server server = GraphServer.serve(port, new ScriptedPeople(ScriptedPeople.replying(ANN)));
            try {
                assertThat(soon(graph)).isEqualTo("{\"data\":{\"getPerson\":{\"name\":\"Ann\"}}}");
            } finally {
                server.shutdownNow();
            }
        }
    }

    @Test
    void a_server_that_is_started_again_is_called_again() throws Exception {
        Server first = GraphServer.serve(0, new ScriptedPeople(ScriptedPeople.replying(ANN)));
        int port = first.getPort();
        try (GraphServer graph = FaultyGraph.of(List.of(first), GraphServer.to("people", first))) {
            assertThat(graph.run(QUERY)).isEqualTo("{\"data\":{\"getPerson\":{\"name\":\"Ann\"}}}");
            first.shutdownNow().awaitTermination(20, TimeUnit.SECONDS);
            assertCode(graph.run(QUERY, Map.of()), "UNAVAILABLE");
            Server second = GraphServer.serve(port, new ScriptedPeople(ScriptedPeople.replying(ANN)));
            try {
                assertThat(soon(graph)).isEqualTo("{\"data\":{\"getPerson\":{\"name\":\"Ann\"}}}");
            } finally {
                second.shutdownNow();
            }
        }
    }

    /** The first response without errors. */
    private static String soon(GraphServer graph) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (true) {
            Response response = graph.run(QUERY, Map.of());
            if (response.errors().isEmpty() || System.nanoTime() > deadline) return response.toString();
            Thread.onSpinWait();
        }
    }

    @Test
    void a_call_has_a_deadline() throws Exception {
        ScriptedPeople people = new ScriptedPeople(ScriptedPeople.silent());
        try (GraphServer graph = FaultyGraph.of(people, upstream -> upstream.deadline(Duration.ofMillis(200)))) {
            Response response = graph.run(QUERY, Map.of());
            assertCode(response, "DEADLINE_EXCEEDED");
            assertThat(only(response).message()).isEqualTo("The service did not answer in time.");
            assertThat(people.nextCancelled()).isEqualTo("GetPerson");
        }
    }

    @Test
    void a_call_ends_with_its_request() throws Exception {
        ScriptedPeople people = new ScriptedPeople(ScriptedPeople.silent());
        try (GraphServer graph = FaultyGraph.of(people)) {
            Response response = graph.engine.execute(
                    Request.builder(QUERY).timeout(Duration.ofMillis(300)).build());
            assertThat(only(response).extensions()).containsEntry("code", "DEADLINE_EXCEEDED");
            assertThat(people.nextCancelled()).isEqualTo("GetPerson");
        }
    }

    @Test
    void a_request_that_is_given_up_gives_up_its_calls() throws Exception {
        ScriptedPeople people = new ScriptedPeople(ScriptedPeople.silent());
        try (GraphServer graph = FaultyGraph.of(people)) {
            CompletableFuture<Response> running = graph.engine.executeAsync(
                    Request.of("{ a: getPerson(id: 1) { name } b: getPerson(id: 2) { name } }"));
            assertThat(people.nextCall()).isNotNull();
            assertThat(people.nextCall()).isNotNull();
            running.cancel(true);
            assertThat(people.nextCancelled()).isEqualTo("GetPerson");
            assertThat(people.nextCancelled()).isEqualTo("GetPerson");
        }
    }

    @Test
    void a_connection_that_says_nothing_is_no_server() throws Exception {
        try (ServerSocket mute = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                GraphServer graph = FaultyGraph.of(
                        List.of(),
                        Upstream.to("people", List.of("127.0.0.1:" + mute.getLocalPort()))
                                .deadline(Duration.ofMillis(300)))) {
            assertCode(graph.run(QUERY, Map.of()), "DEADLINE_EXCEEDED");
        }
    }

    @ParameterizedTest
    @EnumSource(value = Status.Code.class, names = "OK", mode = EnumSource.Mode.EXCLUDE)
    void each_status_has_its_code_and_no_more_than_is_for_clients(Status.Code code) throws Exception {
        Metadata trailers = new Metadata();
        trailers.put(
                DETAILS,
                com.google.rpc.Status.newBuilder()
                        .setCode(code.value())
                        .addDetails(Any.pack(BadRequest.newBuilder()
                                .addFieldViolations(BadRequest.FieldViolation.newBuilder()
                                        .setField("id")
                                        .setDescription("is odd"))
                                .build()))
                        .addDetails(Any.pack(ErrorInfo.newBuilder()
                                .setReason("ODD")
                                .setDomain("people")
                                .build()))
                        .addDetails(Any.pack(RetryInfo.newBuilder()
                                .setRetryDelay(com.google.protobuf.Duration.newBuilder()
                                        .setSeconds(3))
                                .build()))
                        .addDetails(Any.pack(DebugInfo.newBuilder()
                                .setDetail("secret-detail")
                                .addStackEntries("secret-stack")
                                .build()))
                        .build()
                        .toByteArray());
        ScriptedPeople people = new ScriptedPeople(
                ScriptedPeople.failing(Status.fromCode(code).withDescription("secret at 10.0.0.1"), trailers));
        try (GraphServer graph = FaultyGraph.of(people, upstream -> upstream.deadline(Duration.ofSeconds(30)))) {
            Response response = graph.run("mutation { createPerson(input: {}) { name } }", Map.of());
            ResponseError error = only(response);
            assertThat(error.extensions()).containsEntry("code", code.name());
            assertThat(error.extensions()).containsEntry("retryAfterMillis", 3000L);
            assertThat(response.toString()).doesNotContain("secret-");
            boolean isDefect =
                    code == Status.Code.INTERNAL || code == Status.Code.UNKNOWN || code == Status.Code.DATA_LOSS;
            if (isDefect) {
                assertThat(error.extensions()).containsKey("id").doesNotContainKeys("fieldViolations", "reason");
                assertThat(response.toString()).doesNotContain("secret");
            } else {
                assertThat(error.extensions()).containsEntry("reason", "ODD").containsKey("fieldViolations");
            }
        }
    }

    @Test
    void malformed_replies_are_the_services_fault() throws Exception {
        Random random = new Random(7);
        byte[] good = ANN.toBuilder()
                .addNicknames("A")
                .putScores("chess", 3)
                .setAddress(Address.newBuilder().setCity("Town"))
                .build()
                .toByteArray();
        byte[][] replies = new byte[200][];
        for (int i = 0; i < replies.length; i++) {
            replies[i] = good.clone();
            int changes = 1 + random.nextInt(4);
            for (int change = 0; change < changes; change++) {
                replies[i][random.nextInt(good.length)] = (byte) random.nextInt(256);
            }
        }
        int[] next = {0};
        ScriptedPeople people = new ScriptedPeople(
                (request, call) -> ScriptedPeople.replying(replies[next[0]++]).run(request, call));
        try (GraphServer graph = FaultyGraph.of(people)) {
            int malformed = 0;
            for (byte[] reply : replies) {
                Response response = graph.run(
                        "{ getPerson(id: 1) { id name age mood address { city } nicknames scores { key value } boss {"
                                + " name } since mail friendIds } }",
                        Map.of());
                if (next[0] == replies.length) next[0] = 0; // the boss is a call, too
                for (ResponseError error : response.errors()) {
                    assertThat(error.extensions().get("code"))
                            .isIn("MALFORMED_REPLY", "INVALID_UTF8", "UNKNOWN_ENUM_VALUE", "INVALID_VALUE");
                    if (error.extensions().get("code").equals("MALFORMED_REPLY")) malformed++;
                }
            }
            assertThat(malformed).isPositive();
        }
    }

    @Test
    void a_malformed_reply_is_an_error_where_it_is_read() throws Exception {
        try (GraphServer graph = FaultyGraph.of(new ScriptedPeople(ScriptedPeople.replying(new byte[] {10, 127})))) {
            assertCode(graph.run(QUERY, Map.of()), "MALFORMED_REPLY");
            ResponseError error = only(graph.run("{ getPerson(id: 1) { boss { name } } }", Map.of()));
            assertThat(error.extensions()).containsEntry("code", "MALFORMED_REPLY");
            assertThat(error.path()).containsExactly("getPerson", "boss");
        }
    }

    @Test
    void a_reply_may_be_too_large() throws Exception {
        Person large = ANN.toBuilder().setName("A".repeat(10_000)).build();
        try (GraphServer graph = FaultyGraph.of(
                new ScriptedPeople(ScriptedPeople.replying(large)), upstream -> upstream.maxMessageBytes(5_000))) {
            Response response = graph.run(QUERY, Map.of());
            assertCode(response, "RESPONSE_TOO_LARGE");
            assertThat(only(response).message()).contains("maxMessageBytes", "5000");
        }
    }

    @Test
    void a_stream_may_fail_after_events() throws Exception {
        ScriptedPeople people = new ScriptedPeople((request, call) -> {
            call.sendHeaders(new Metadata());
            call.sendMessage(ANN.toByteArray());
            call.close(Status.NOT_FOUND.withDescription("No more people."), new Metadata());
        });
        try (GraphServer graph = FaultyGraph.of(people)) {
            Collected collected = new Collected();
            graph.engine
                    .subscribe(Request.of("subscription { watchPeople(count: 2) { name } }"))
                    .subscribe(collected);
            assertThatThrownBy(collected::all)
                    .cause()
                    .isInstanceOfSatisfying(
                            ClientException.class,
                            failure -> assertThat(failure.code()).isEqualTo("NOT_FOUND"))
                    .hasMessage("No more people.");
            assertThat(collected.events).containsExactly("{\"data\":{\"watchPeople\":{\"name\":\"Ann\"}}}");
        }
    }

    @Test
    void relations_that_fail_leave_their_parents() throws Exception {
        ScriptedPeople people = new ScriptedPeople((request, call) -> {
            if (call.getMethodDescriptor().getBareMethodName().equals("ListPeople")) {
                ListPeopleReply all = ListPeopleReply.newBuilder()
                        .addPeople(ANN.toBuilder().setBossId(2))
                        .addPeople(ANN)
                        .build();
                ScriptedPeople.replying(all).run(request, call);
            } else {
                call.close(Status.PERMISSION_DENIED.withDescription("Not you."), new Metadata());
            }
        });
        try (GraphServer graph = FaultyGraph.of(people)) {
            Response response = graph.run("{ listPeople { people { name boss { name } } } }", Map.of());
            assertThat(response.toString())
                    .contains("{\"name\":\"Ann\",\"boss\":null}", "PERMISSION_DENIED", "Not you.");
            assertThat(response.errors())
                    .allSatisfy(error -> assertThat(error.path())
                            .startsWith("listPeople", "people")
                            .endsWith("boss"));
        }
    }
}
