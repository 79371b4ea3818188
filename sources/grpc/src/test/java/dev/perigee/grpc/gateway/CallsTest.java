package dev.perigee.grpc.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.data.Headers;
import dev.perigee.execution.Request;
import dev.perigee.execution.Response;
import dev.perigee.grpc.channel.HeaderRules;
import dev.perigee.grpc.channel.UpstreamBuilder;
import dev.perigee.grpc.graph.GraphOptions;
import dev.perigee.grpc.testing.gateway.ListPeopleReply;
import dev.perigee.grpc.testing.gateway.Person;
import io.grpc.Metadata;
import io.grpc.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How many calls a request takes, what they carry, and what comes back with them. */
@Timeout(120)
class CallsTest {
    private static final String RELATIONS = """
        extend type Person {
          friends: [Person!] @grpc(method: "social.v1.People/BatchGetPeople", missing: OMIT,
            batch: {keys: "ids", from: "parent.friend_ids", result: "people", key: "id"})
        }
        """;

    private static GraphServer social(SocialService service, String overlay) throws Exception {
        return GraphServer.of(
                service,
                overlay,
                source -> source.options(GraphOptions.builder().ids("*.id").build()));
    }

    @Test
    void a_thousand_users_with_friends_take_a_call_a_level() throws Exception {
        SocialService service = new SocialService(1_000);
        try (GraphServer graph = social(service, RELATIONS)) {
            Response response = graph.run(
                    "{ listPeople(pageSize: 1000) { people { name friends { name friends { age friends { mood } } } }"
                            + " } }",
                    Map.of());
            assertThat(response.errors()).isEmpty();
            assertThat(response.summary().calls()).containsEntry("grpc", 4);
            assertThat(service.calls).hasSize(4);
            assertThat(service.calls.stream().map(call -> call.substring(0, call.indexOf(' '))))
                    .containsExactly("ListPeople", "BatchGetPeople", "BatchGetPeople", "BatchGetPeople");
            assertThat(response.toString()).contains("\"name\":\"Person 1000\",\"friends\":[]");
        }
    }

    @Test
    void who_is_known_is_not_asked_for_again() throws Exception {
        SocialService service = new SocialService();
        try (GraphServer graph = social(service, RELATIONS)) {
            graph.run("{ getPerson(id: 1) { friends { name friends { name friends { name friends { id } } } } } }");
            assertThat(service.calls)
                    .containsExactly(
                            "GetPerson 1 {friend_ids}",
                            "BatchGetPeople [2, 3] {people{name friend_ids id}}",
                            "BatchGetPeople [4, 5] {people{name friend_ids id}}",
                            "BatchGetPeople [6, 7] {people{name friend_ids id}}",
                            "BatchGetPeople [5, 6, 7, 8, 9] {people{id}}");
        }
    }

    @Test
    void the_same_friends_at_several_places_are_one_call() throws Exception {
        SocialService service = new SocialService();
        try (GraphServer graph = social(service, RELATIONS)) {
            assertThat(graph.run(
                            "{ a: getPerson(id: 1) { friends { name } } b: getPerson(id: 2) { f: friends { id } } }"))
                    .isEqualTo("{\"data\":{\"a\":{\"friends\":[{\"name\":\"Person 2\"},{\"name\":\"Person 3\"}]},"
                            + "\"b\":{\"f\":[{\"id\":\"3\"},{\"id\":\"4\"}]}}}");
            assertThat(service.calls)
                    .filteredOn(call -> call.startsWith("Batch"))
                    .hasSize(1);
        }
    }

    @Test
    void equal_calls_of_a_query_are_one_and_of_a_mutation_are_not() throws Exception {
        SocialService service = new SocialService();
        try (GraphServer graph = social(service, "")) {
            graph.run("{ a: getPerson(id: 1) { name } b: getPerson(id: 1) { age } c: getPerson(id: 2) { name } }");
            assertThat(service.calls).containsExactlyInAnyOrder("GetPerson 1 {name age}", "GetPerson 2 {name}");
            service.calls.clear();
            graph.run("""
                mutation {
                  a: createPerson(input: {person: {name: "Ann"}}) { id }
                  b: createPerson(input: {person: {name: "Bob"}}) { id }
                  c: createPerson(input: {person: {name: "Ann"}}) { id }
                }\
                """);
            assertThat(service.calls).containsExactly("CreatePerson Ann", "CreatePerson Bob", "CreatePerson Ann");
        }
    }

    @Test
    void ten_thousand_parents_without_a_batch_method_open_no_more_calls_than_allowed() throws Exception {
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        AtomicInteger all = new AtomicInteger();
        LinkedBlockingQueue<Runnable> answers = new LinkedBlockingQueue<>();
        Thread answering = Thread.startVirtualThread(() -> {
            try {
                while (true) answers.take().run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        ListPeopleReply.Builder people = ListPeopleReply.newBuilder();
        for (int id = 1; id <= 12_000; id++)
            people.addPeople(Person.newBuilder().setId(id).setBossId(id + 1));
        ScriptedPeople script = new ScriptedPeople((request, call) -> {
            if (call.getMethodDescriptor().getBareMethodName().equals("ListPeople")) {
                ScriptedPeople.replying(people.build()).run(request, call);
                return;
            }
            all.incrementAndGet();
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            answers.add(() -> {
                running.decrementAndGet();
                call.sendHeaders(new Metadata());
                call.sendMessage(Person.newBuilder().setName("Boss").build().toByteArray());
                call.close(Status.OK, new Metadata());
            });
        });
        try (GraphServer graph = FaultyGraph.of(script, upstream -> upstream.maxConcurrentCalls(50))) {
            Response response = graph.run("{ listPeople { people { boss { name } } } }", Map.of());
            assertThat(response.errors()).isEmpty();
            assertThat(all).hasValue(12_000);
            assertThat(most.get()).isBetween(2, 50);
        } finally {
            answering.interrupt();
        }
    }

    /** What becomes of a header, null if nothing does. */
    private record Passed(String header, String value, String metadata) {}

    @Test
    void headers_pass_by_the_list_alone() throws Exception {
        List<Passed> table = List.of(
                new Passed("authorization", "Bearer abc", "authorization"),
                new Passed("x-tenant", "acme", "tenant"),
                new Passed("X-Listed", "yes", "x-listed"),
                new Passed("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01", "traceparent"),
                new Passed("x-data-bin", "AQI=", "x-data-bin"),
                new Passed("x-unlisted", "no", null),
                new Passed("cookie", "secret", null),
                new Passed("host", "graph.example.com", null),
                new Passed("content-length", "7", null),
                new Passed("te", "gzip", null),
                new Passed("grpc-timeout", "1n", null),
                new Passed("connection", "x-hop", null),
                new Passed("x-hop", "1", null));
        HeaderRules rules = HeaderRules.builder()
                .forward("authorization", "x-listed", "x-data-bin", "x-hop")
                .forwardAs("x-tenant", "tenant")
                .constant("via-gateway", "perigee")
                .build();
        ScriptedPeople people = new ScriptedPeople(
                ScriptedPeople.replying(Person.newBuilder().setName("Ann").build()));
        try (GraphServer graph = FaultyGraph.of(people, upstream -> upstream.headers(rules))) {
            Map<String, List<String>> headers = new java.util.LinkedHashMap<>();
            for (Passed one : table) headers.put(one.header(), List.of(one.value()));
            graph.engine.execute(Request.builder("{ getPerson(id: 1) { name } }")
                    .headers(Headers.of(headers))
                    .build());
            Metadata arrived = people.nextCall();
            List<String> expected = new ArrayList<>(List.of("via-gateway"));
            for (Passed one : table) {
                if (one.metadata() == null) continue;
                expected.add(one.metadata());
                if (one.metadata().endsWith("-bin")) {
                    assertThat(arrived.get(Metadata.Key.of(one.metadata(), Metadata.BINARY_BYTE_MARSHALLER)))
                            .containsExactly(1, 2);
                } else {
                    assertThat(arrived.get(Metadata.Key.of(one.metadata(), Metadata.ASCII_STRING_MARSHALLER)))
                            .as(one.metadata())
                            .isEqualTo(one.value());
                }
            }
            List<String> ofGrpc = List.of("content-type", "user-agent", "te", "grpc-accept-encoding", "grpc-timeout");
            assertThat(arrived.keys())
                    .filteredOn(name -> !ofGrpc.contains(name))
                    .containsExactlyInAnyOrderElementsOf(expected);
            assertThat(arrived.get(Metadata.Key.of("grpc-timeout", Metadata.ASCII_STRING_MARSHALLER)))
                    .isNotEqualTo("1n");
        }
    }

    @Test
    void headers_come_back_by_the_list_alone() throws Exception {
        UnaryOperator<UpstreamBuilder> rules = upstream -> upstream.headers(HeaderRules.builder()
                .giveBack("x-cost")
                .giveBackAs("etag-of-person", "etag")
                .build());
        ScriptedPeople people = new ScriptedPeople((request, call) -> {
            Metadata headers = new Metadata();
            headers.put(Metadata.Key.of("x-cost", Metadata.ASCII_STRING_MARSHALLER), "3");
            headers.put(Metadata.Key.of("x-internal", Metadata.ASCII_STRING_MARSHALLER), "secret");
            Metadata trailers = new Metadata();
            trailers.put(Metadata.Key.of("etag-of-person", Metadata.ASCII_STRING_MARSHALLER), "\"7\"");
            call.sendHeaders(headers);
            call.sendMessage(Person.newBuilder().setName("Ann").build().toByteArray());
            call.close(Status.OK, trailers);
        });
        try (GraphServer graph = FaultyGraph.of(people, rules)) {
            Response response = graph.run("{ getPerson(id: 1) { name } }", Map.of());
            assertThat(response.headers())
                    .containsEntry("x-cost", List.of("3"))
                    .containsEntry("etag", List.of("\"7\""))
                    .doesNotContainKey("x-internal");
        }
    }

    @Test
    void calls_of_one_document_run_at_the_same_time() throws Exception {
        LinkedBlockingQueue<CompletableFuture<Void>> waiting = new LinkedBlockingQueue<>();
        ScriptedPeople people = new ScriptedPeople((request, call) -> {
            CompletableFuture<Void> open = new CompletableFuture<>();
            open.thenRun(() -> {
                call.sendHeaders(new Metadata());
                call.sendMessage(Person.newBuilder().setName("Ann").build().toByteArray());
                call.close(Status.OK, new Metadata());
            });
            waiting.add(open);
        });
        try (GraphServer graph = FaultyGraph.of(people)) {
            CompletableFuture<Response> running = graph.engine.executeAsync(Request.of(
                    "{ a: getPerson(id: 1) { name } b: getPerson(id: 2) { name } c: getPerson(id: 3) { name } }"));
            List<CompletableFuture<Void>> calls = new ArrayList<>();
            for (int call = 0; call < 3; call++) calls.add(waiting.poll(20, TimeUnit.SECONDS));
            calls.reversed().forEach(call -> call.complete(null));
            assertThat(running.get(20, TimeUnit.SECONDS).toString())
                    .isEqualTo(
                            "{\"data\":{\"a\":{\"name\":\"Ann\"},\"b\":{\"name\":\"Ann\"},\"c\":{\"name\":\"Ann\"}}}");
        }
    }
}
