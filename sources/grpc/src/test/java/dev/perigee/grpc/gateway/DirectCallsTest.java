package dev.perigee.grpc.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.perigee.data.Caller;
import dev.perigee.data.ClientException;
import dev.perigee.data.Headers;
import dev.perigee.grpc.DirectReply;
import dev.perigee.grpc.Gateway;
import dev.perigee.grpc.GrpcServer;
import dev.perigee.grpc.GrpcSource;
import dev.perigee.grpc.channel.HeaderRules;
import dev.perigee.grpc.graph.GraphOptions;
import dev.perigee.grpc.idl.Idl;
import dev.perigee.grpc.idl.IdlSource;
import dev.perigee.grpc.testing.gateway.Person;
import dev.perigee.grpc.testing.gateway.TwinsOuterClass;
import io.grpc.Metadata;
import io.grpc.Server;
import io.grpc.Status;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Methods that are called without a GraphQL document. */
@Timeout(120)
class DirectCallsTest {
    private static final SocialService SERVICE = new SocialService();
    private static GraphServer graph;
    private static Gateway gateway;

    @BeforeAll
    static void start() throws Exception {
        graph = GraphServer.of(
                SERVICE,
                """
                extend type Query { me: String }
                """,
                source -> source.options(GraphOptions.builder()
                        .hide("social.v1.People/WatchPeople")
                        .build()));
        gateway = graph.source.gateway(graph.engine.schema());
    }

    @AfterAll
    static void stop() {
        graph.close();
    }

    private static ClientException refused(Gateway gateway, String method, Map<String, ?> request) {
        return (ClientException) catchThrowable(() -> gateway.call(method, request, Headers.NONE));
    }

    @Test
    void a_method_has_its_name_and_its_full_name() throws Exception {
        for (String name : List.of("GetPerson", "social.v1.People/GetPerson")) {
            DirectReply reply = gateway.call(name, Map.of("id", 2), Headers.NONE);
            assertThat(reply.asMap())
                    .containsEntry("id", "2")
                    .containsEntry("name", "Person 2")
                    .containsEntry("mood", "MOOD_HAPPY")
                    .containsEntry("age", 22L)
                    .containsEntry("friendIds", List.of("3", "4"))
                    .containsEntry("mail", "2@example.com")
                    .containsEntry("scores", Map.of("chess", 2L));
            assertThat(reply.toString()).isEqualTo(new String(reply.json(), UTF_8));
        }
    }

    @Test
    void requests_are_as_protobuf_has_them_or_as_the_graph_has_them() throws Exception {
        Map<String, Object> person = Map.of(
                "name", "Ann",
                "mood", "MOOD_GRUMPY",
                "boss_id", "7",
                "since", "2023-11-14T22:13:20Z",
                "scores", Map.of("chess", 3),
                "mail", "ann@example.com");
        Map<String, Object> graphs = Map.of(
                "name",
                "Ann",
                "mood",
                "GRUMPY",
                "bossId",
                7,
                "since",
                "2023-11-14T22:13:20Z",
                "scores",
                List.of(Map.of("key", "chess", "value", 3)),
                "contact",
                Map.of("mail", "ann@example.com"));
        String expected = gateway.call("CreatePerson", Map.of("person", person), Headers.NONE)
                .toString();
        assertThat(expected)
                .isEqualTo("{\"id\":\"10\",\"name\":\"Ann\",\"mood\":\"MOOD_GRUMPY\",\"bossId\":\"7\","
                        + "\"since\":\"2023-11-14T22:13:20Z\",\"scores\":{\"chess\":3},\"mail\":\"ann@example.com\"}");
        assertThat(gateway.call("CreatePerson", Map.of("person", graphs), Headers.NONE))
                .hasToString(expected);
    }

    @Test
    void what_is_no_method_is_said_so() {
        assertThat(refused(gateway, "GetPersn", Map.of()))
                .hasMessageContaining("There is no method \"GetPersn\"", "GetPerson")
                .hasMessageContaining("Did you mean \"GetPerson\"?")
                .extracting(ClientException::code)
                .isEqualTo("UNIMPLEMENTED");
        assertThat(refused(gateway, "WatchPeople", Map.of()).code()).isEqualTo("UNIMPLEMENTED");
        assertThat(refused(gateway, "", Map.of()).code()).isEqualTo("UNIMPLEMENTED");
        assertThat(refused(gateway, "x".repeat(100_000), Map.of()).getMessage()).hasSizeLessThan(2_000);
    }

    @Test
    void what_is_no_request_is_said_so() {
        assertThat(refused(gateway, "GetPerson", Map.of("idd", 1)))
                .hasMessageContaining("idd")
                .hasMessageContaining("Did you mean \"id\"?")
                .extracting(ClientException::code)
                .isEqualTo("BAD_USER_INPUT");
        assertThat(refused(gateway, "GetPerson", Map.of("id", "x")).code()).isEqualTo("BAD_USER_INPUT");
        assertThat(refused(gateway, "GetPerson", Map.of("id", List.of())).code())
                .isEqualTo("BAD_USER_INPUT");
        assertThat(refused(gateway, "GetPerson", Map.of("id", 99)))
                .hasMessage("There is no person 99.")
                .extracting(ClientException::code)
                .isEqualTo("NOT_FOUND");
    }

    @Test
    void a_name_that_two_services_have_is_not_enough() throws Exception {
        Server social = GraphServer.serve(0, new SocialService());
        Server twins = GraphServer.serve(0, new EchoService()); // knows nothing of twins, which nobody calls
        try (GrpcSource source = GrpcSource.builder()
                .server(ScriptedPeople.server(GraphServer.to("social", social)))
                .server(GrpcServer.of(
                        GraphServer.to("twins", twins).build(),
                        IdlSource.of(Idl.of(List.of(TwinsOuterClass.getDescriptor())))))
                .options(GraphOptions.builder().prefix("twins.v1", "twin").build())
                .build()) {
            GraphServer both = GraphServer.of(List.of(social, twins), source, "");
            Gateway calls = source.gateway(both.engine.schema());
            assertThat(refused(calls, "GetPerson", Map.of()))
                    .hasMessageContaining("social.v1.People/GetPerson, twins.v1.Twins/GetPerson")
                    .extracting(ClientException::code)
                    .isEqualTo("UNIMPLEMENTED");
            assertThat(calls.call("social.v1.People/GetPerson", Map.of("id", 3), Headers.NONE)
                            .asMap())
                    .containsEntry("name", "Person 3");
        }
    }

    @Test
    void headers_pass_both_ways() throws Exception {
        ScriptedPeople people = new ScriptedPeople((request, call) -> {
            Metadata headers = new Metadata();
            headers.put(Metadata.Key.of("x-cost", Metadata.ASCII_STRING_MARSHALLER), "3");
            call.sendHeaders(headers);
            call.sendMessage(Person.newBuilder().setName("Ann").build().toByteArray());
            call.close(Status.OK, new Metadata());
        });
        try (GraphServer scripted = FaultyGraph.of(
                people,
                upstream -> upstream.headers(HeaderRules.builder()
                        .forward("x-tenant")
                        .giveBack("x-cost")
                        .build()))) {
            Gateway calls = scripted.source.gateway(scripted.engine.schema());
            DirectReply reply = calls.call(
                    "GetPerson",
                    Map.of(),
                    Headers.of(Map.of("x-tenant", List.of("acme"), "x-other", List.of("secret"))));
            assertThat(reply.headers().toMap()).containsEntry("x-cost", List.of("3"));
            Metadata arrived = people.nextCall();
            assertThat(arrived.get(Metadata.Key.of("x-tenant", Metadata.ASCII_STRING_MARSHALLER)))
                    .isEqualTo("acme");
            assertThat(arrived.keys()).doesNotContain("x-other");
        }
    }

    @Test
    void calls_end_in_time_and_when_they_are_given_up() throws Exception {
        ScriptedPeople people = new ScriptedPeople(ScriptedPeople.silent());
        try (GraphServer scripted = FaultyGraph.of(people)) {
            Gateway calls = scripted.source.gateway(scripted.engine.schema());
            assertThat(refused(calls.timeout(Duration.ofMillis(200)), "GetPerson", Map.of())
                            .code())
                    .isEqualTo("DEADLINE_EXCEEDED");
            assertThat(people.nextCancelled()).isEqualTo("GetPerson");
            people.calls.clear();
            CompletableFuture<DirectReply> running = calls.callAsync("GetPerson", Map.of(), Headers.NONE);
            assertThat(people.nextCall()).isNotNull();
            running.cancel(true);
            assertThat(people.nextCancelled()).isEqualTo("GetPerson");
        }
    }

    @Test
    void malformed_replies_are_errors() throws Exception {
        ScriptedPeople people = new ScriptedPeople(ScriptedPeople.replying(new byte[] {10, 127}));
        try (GraphServer scripted = FaultyGraph.of(people)) {
            Gateway calls = scripted.source.gateway(scripted.engine.schema());
            assertThat(refused(calls, "GetPerson", Map.of()).code()).isEqualTo("MALFORMED_REPLY");
        }
    }

    @Test
    void who_may_not_see_a_part_of_a_reply_gets_none_of_it() throws Exception {
        SocialService service = new SocialService();
        try (GraphServer guarded = GraphServer.of(service, """
            type Person {
              id: String!
              name: String!
              mail: String @requiresScopes(scopes: [["mail:read"]])
            }
            """, source -> source)) {
            Gateway calls = guarded.source.gateway(guarded.engine.schema());
            assertThat(refused(calls, "GetPerson", Map.of("id", 2)).code()).isEqualTo("UNAUTHENTICATED");
            Gateway ann = calls.callers(context -> Caller.named("ann"));
            assertThat(refused(ann, "GetPerson", Map.of("id", 2)).code()).isEqualTo("FORBIDDEN");
            assertThat(refused(ann, "ListPeople", Map.of()).code()).isEqualTo("FORBIDDEN");
            assertThat(service.calls).isEmpty();
            Gateway reader = calls.callers(context -> Caller.named("ann").withScopes("mail:read"));
            assertThat(reader.call("GetPerson", Map.of("id", 2), Headers.NONE).asMap())
                    .containsEntry("mail", "2@example.com");
        }
    }

    @Test
    void an_interrupted_caller_waits_no_longer() throws Exception {
        ScriptedPeople people = new ScriptedPeople(ScriptedPeople.silent());
        try (GraphServer scripted = FaultyGraph.of(people)) {
            Gateway calls = scripted.source.gateway(scripted.engine.schema());
            CompletableFuture<Throwable> outcome = new CompletableFuture<>();
            Thread caller = Thread.startVirtualThread(() -> {
                try {
                    calls.call("GetPerson", Map.of(), Headers.NONE);
                } catch (InterruptedException | RuntimeException e) {
                    outcome.complete(e);
                }
            });
            assertThat(people.nextCall()).isNotNull();
            caller.interrupt();
            assertThat(outcome.get()).isInstanceOf(InterruptedException.class);
            assertThat(people.nextCancelled()).isEqualTo("GetPerson");
        }
    }
}
