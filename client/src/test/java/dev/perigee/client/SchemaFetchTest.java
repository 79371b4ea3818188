package dev.perigee.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perigee.client.JsonServer.Answer;
import dev.perigee.client.JsonServer.Asked;
import dev.perigee.execution.Engine;
import dev.perigee.execution.Request;
import dev.perigee.json.JsonWriter;
import dev.perigee.language.Source;
import dev.perigee.schema.IntrospectionResult;
import dev.perigee.schema.Schema;
import dev.perigee.schema.SchemaChange;
import dev.perigee.schema.SchemaDiff;
import dev.perigee.schema.SchemaPrinter;
import dev.perigee.server.GraphServer;
import graphql.GraphQL;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Schemas of servers: how they are had, kept, and found to be others. */
@Timeout(120)
class SchemaFetchTest {
    private static final Engine ENGINE = TodoGraph.engine();

    @TempDir
    Path folder;

    @Test
    void perigees_own_is_the_same_again() {
        try (GraphServer server = TodoGraph.serve();
                Client client = Client.connect(server.uri().resolve("graphql").toString())) {
            assertThat(SchemaDiff.between(TodoGraph.schema(), client.fetchSchema()))
                    .isEmpty();
            assertThat(client.fetchSchema()).isSameAs(client.schema());
            assertThat(client.refreshSchema()).isSameAs(client.schema());
        }
    }

    @Test
    void graphql_javas_is_the_same_again() {
        try (JsonServer server = graphqlJava(TodoGraph.SDL);
                Client client = Client.builder(server.uri()).build()) {
            Schema schema = client.fetchSchema();
            assertSameButForGraphqlJavasOwn(TodoGraph.SDL, schema);
            assertThatThrownBy(() -> client.execute(Operation.of("{ todoz { total } }")))
                    .hasMessage(
                            "1:3: Cannot query field \"todoz\" on type \"Query\". Did you mean \"todo\" or \"todos\"?");
            assertThat(server.asked).hasSize(1);
        }
    }

    @Test
    void a_very_large_one_of_perigee() throws Exception {
        String sdl = LargeSchema.sdl(1_500);
        assertThat(sdl.lines().count()).isGreaterThan(40_000);
        Schema schema = Schema.of(Source.of("large", sdl));
        Engine engine = Engine.builder(schema).build();
        try (GraphServer server = GraphServer.builder(engine).port(0).start();
                Client client = Client.connect(server.uri().resolve("graphql").toString())) {
            Schema fetched = client.fetchSchema();
            assertThat(SchemaDiff.between(schema, fetched)).isEmpty();
            assertThat(SchemaPrinter.print(fetched)).isEqualTo(SchemaPrinter.print(schema));
        }
    }

    @Test
    void a_very_large_one_of_graphql_java() {
        String sdl = LargeSchema.sdl(300);
        try (JsonServer server = graphqlJava(sdl);
                Client client = Client.builder(server.uri()).build()) {
            assertSameButForGraphqlJavasOwn(sdl, client.fetchSchema());
        }
    }

    @Test
    void older_servers_are_asked_for_what_they_have() {
        try (JsonServer server = JsonServer.answering(SchemaFetchTest::ofOctober2021);
                Client client = Client.builder(server.uri()).build()) {
            Schema fetched = client.fetchSchema();
            assertThat(fetched.type("Todo")).isNotNull();
            assertThat(server.asked)
                    .extracting(Asked::document)
                    .satisfiesExactly(
                            first -> assertThat(first).contains("isOneOf", "specifiedByURL"),
                            second -> assertThat(second)
                                    .isEqualTo(server.asked.getFirst().document()),
                            third -> assertThat(third).contains("IntrospectionFeatures"),
                            fourth -> assertThat(fourth)
                                    .contains("specifiedByURL", "isRepeatable")
                                    .doesNotContain("isOneOf")
                                    .doesNotContain("inputFields(includeDeprecated"));
            client.refreshSchema();
            assertThat(server.asked).extracting(Asked::method).containsExactly("GET", "POST", "POST", "POST", "POST");
        }
    }

    /** The engine, but without what introspection has since September 2025. */
    private static Answer ofOctober2021(Asked asked) {
        String document = asked.document();
        if (document.contains("isOneOf") || document.contains("inputFields(")) {
            return Answer.of(400, "{\"errors\":[{\"message\":\"Cannot query field isOneOf on type __Type.\"}]}");
        }
        String answer = new String(ENGINE.execute(Request.of(document)).bytes(), UTF_8);
        if (!document.contains("IntrospectionFeatures")) return Answer.of(200, answer);
        return Answer.of(
                200,
                answer.replace("{\"name\":\"isOneOf\",\"args\":[]}", "{\"name\":\"x\",\"args\":[]}")
                        .replace(
                                "{\"name\":\"inputFields\",\"args\":[{\"name\":\"includeDeprecated\"}]}",
                                "{\"name\":\"inputFields\",\"args\":[]}"));
    }

    @Test
    void servers_that_do_not_tell() {
        try (JsonServer server = JsonServer.answering(
                        asked -> Answer.of(400, "{\"errors\":[{\"message\":\"Introspection is off.\"}]}"));
                Client client = Client.builder(server.uri()).build()) {
            assertThatThrownBy(client::fetchSchema)
                    .isInstanceOf(RequestErrorException.class)
                    .hasMessage(
                            server.uri() + " does not tell its schema. Give the client a file of it (schemaFile), or"
                                    + " work without. It says: Introspection is off.");
            assertThat(client.schema()).isNull();
        }
    }

    @Test
    void who_may_not_ask_is_told_so_at_once() {
        try (JsonServer server =
                        JsonServer.answering(asked -> Answer.of(401, "{\"errors\":[{\"message\":\"Who are you?\"}]}"));
                Client client = Client.builder(server.uri()).build()) {
            assertThatThrownBy(client::fetchSchema).hasMessage("Who are you?");
            assertThat(server.asked).hasSize(1);
        }
    }

    @Test
    void servers_without_get_are_asked_by_post() {
        try (JsonServer server = JsonServer.answering(asked -> asked.method().equals("GET")
                        ? new Answer(200, Map.of("content-type", "text/html"), "<html>".getBytes(UTF_8))
                        : Answer.of(200, answer("a")));
                Client client = Client.builder(server.uri()).build()) {
            assertThat(client.fetchSchema().queryType().field("a")).isNotNull();
            client.refreshSchema();
            assertThat(server.asked).extracting(Asked::method).containsExactly("GET", "POST", "POST");
        }
    }

    @Test
    void answers_that_are_no_schema() {
        try (JsonServer server = JsonServer.answering(asked -> Answer.of(200, "{\"data\":{\"__schema\":{}}}"));
                Client client = Client.builder(server.uri()).build()) {
            assertThatThrownBy(client::fetchSchema)
                    .isInstanceOf(TransportException.class)
                    .hasMessageStartingWith(server.uri() + " tells of a schema that is not valid: ")
                    .hasMessageContaining("\"__schema.queryType\" is missing");
        }
    }

    @Test
    void who_asks_at_the_same_time_shares_one_request() throws Exception {
        CountDownLatch all = new CountDownLatch(1);
        try (JsonServer server = JsonServer.answering(asked -> {
                    all.await();
                    return Answer.of(200, answer("a"));
                });
                Client client = Client.builder(server.uri()).build()) {
            List<CompletableFuture<Schema>> asking =
                    Stream.generate(client::fetchSchemaAsync).limit(100).toList();
            asking.getFirst().cancel(true); // which is no reason for the others not to get it
            all.countDown();
            for (CompletableFuture<Schema> one : asking.subList(1, 100)) {
                assertThat(one.get()).isSameAs(client.schema()).isNotNull();
            }
            assertThat(server.asked).hasSize(1);
        }
    }

    @Test
    void etags() {
        Versions versions = new Versions(true);
        try (JsonServer server = JsonServer.answering(versions::answer);
                Client client = Client.builder(server.uri()).build()) {
            Schema first = client.fetchSchema();
            assertThat(client.refreshSchema()).isSameAs(first);
            assertThat(versions.notModified).isEqualTo(1);
            versions.field = "b";
            assertThat(client.refreshSchema()).isNotSameAs(first).isSameAs(client.schema());
            assertThat(versions.notModified).isEqualTo(1);
            assertThatThrownBy(() -> client.execute(Operation.of("{ a }")))
                    .hasMessageStartingWith("1:3: Cannot query field \"a\" on type \"Query\".");
        }
    }

    @Test
    void hashes_where_there_are_no_etags() {
        Versions versions = new Versions(false);
        try (JsonServer server = JsonServer.answering(versions::answer);
                Client client = Client.builder(server.uri()).build()) {
            Schema first = client.fetchSchema();
            assertThat(client.refreshSchema()).isSameAs(first);
            versions.field = "b";
            assertThat(client.refreshSchema()).isNotSameAs(first);
        }
    }

    @Test
    void a_file_saves_the_request_of_the_next_process() throws Exception {
        Path file = folder.resolve("deep/schema.json");
        Versions versions = new Versions(true);
        try (JsonServer server = JsonServer.answering(versions::answer)) {
            try (Client client = Client.builder(server.uri()).schemaCache(file).build()) {
                client.fetchSchema();
            }
            assertThat(server.asked).hasSize(1);
            try (Client client = Client.builder(server.uri()).schemaCache(file).build()) {
                Schema cached = client.fetchSchema();
                assertThat(server.asked).hasSize(1);
                assertThat(client.refreshSchema()).isSameAs(cached);
                assertThat(versions.notModified).isEqualTo(1);
                versions.field = "b";
                client.refreshSchema();
            }
            try (Client client = Client.builder(server.uri()).schemaCache(file).build()) {
                assertThat(client.fetchSchema().queryType().field("b")).isNotNull();
                assertThat(server.asked).hasSize(3);
            }
            try (Stream<Path> files = Files.list(file.getParent())) {
                assertThat(files).containsExactly(file);
            }
        }
    }

    @Test
    void files_that_are_of_no_use_are_written_anew() throws Exception {
        Path file = folder.resolve("schema.json");
        Versions versions = new Versions(true);
        try (JsonServer server = JsonServer.answering(versions::answer)) {
            for (String content : List.of(
                    "",
                    "nonsense",
                    "[]",
                    "{\"server\":\"http://elsewhere/graphql\"}",
                    "{\"server\":\"" + server.uri() + "\",\"hash\":\"x\",\"response\":{\"data\":{}}}")) {
                Files.writeString(file, content);
                try (Client client =
                        Client.builder(server.uri()).schemaCache(file).build()) {
                    client.fetchSchema();
                }
            }
            assertThat(server.asked).hasSize(5);
        }
    }

    @Test
    void schemas_from_files() throws Exception {
        Path sdl = Files.writeString(folder.resolve("a.graphqls"), "type Query { a: Int }");
        Path json = Files.writeString(folder.resolve("a.json"), answer("a"));
        for (Path file : List.of(sdl, json)) {
            try (JsonServer server = JsonServer.answering(asked -> Answer.of(200, "{\"data\":{\"a\":1}}"));
                    Client client =
                            Client.builder(server.uri()).schemaFile(file).build()) {
                assertThat(client.execute(Operation.of("{ a }")).orThrow()).isEqualTo(Map.of("a", 1));
                assertThatThrownBy(() -> client.execute(Operation.of("{ b }")))
                        .isInstanceOf(InvalidOperationException.class);
                assertThat(server.asked).hasSize(1);
            }
        }
    }

    @Test
    void an_old_schema_is_asked_for_again_before_it_refuses() {
        Versions versions = new Versions(true);
        try (JsonServer server = JsonServer.answering(versions::answer);
                Client fresh = Client.builder(server.uri())
                        .refreshBeforeRefusing(Duration.ofHours(1))
                        .build();
                Client old = Client.builder(server.uri())
                        .refreshBeforeRefusing(Duration.ZERO)
                        .build()) {
            fresh.fetchSchema();
            old.fetchSchema();
            versions.field = "b";
            assertThatThrownBy(() -> fresh.execute(Operation.of("{ b }")))
                    .isInstanceOf(InvalidOperationException.class);
            assertThat(server.asked).hasSize(2);
            assertThat(old.execute(Operation.of("{ b }")).orThrow()).isEqualTo(Map.of("b", 1));
            server.close();
            assertThatThrownBy(() -> old.execute(Operation.of("{ c }"))).isInstanceOf(InvalidOperationException.class);
        }
    }

    /** A server whose schema has one field, whose name may change. */
    private static final class Versions {
        private final boolean hasEtags;
        volatile String field = "a";
        volatile int notModified;

        Versions(boolean hasEtags) {
            this.hasEtags = hasEtags;
        }

        Answer answer(Asked asked) {
            if (!asked.document().contains("__schema")) return Answer.of(200, "{\"data\":{\"" + field + "\":1}}");
            String etag = "\"" + field + "\"";
            if (hasEtags && etag.equals(asked.headers().getFirst("if-none-match"))) {
                notModified++;
                return new Answer(304, Map.of("etag", etag), new byte[0]);
            }
            Map<String, String> headers = hasEtags ? Map.of("etag", etag) : Map.of();
            return new Answer(200, headers, SchemaFetchTest.answer(field).getBytes(UTF_8));
        }
    }

    private static String answer(String field) {
        Schema schema = Schema.of(Source.of("", "type Query { " + field + ": Int }"));
        JsonWriter json = new JsonWriter();
        json.writeValue(Map.of("data", IntrospectionResult.of(schema)));
        return new String(json.toByteArray(), UTF_8);
    }

    /** It gives scalars descriptions, and adds directives to every schema. */
    private static void assertSameButForGraphqlJavasOwn(String sdl, Schema fetched) {
        List<String> differences = SchemaDiff.between(Schema.of(Source.of("", sdl)), fetched).stream()
                .map(SchemaChange::message)
                .filter(message -> !message.matches("The description of \"(UUID|Instant|DateTime)\" was added."))
                .filter(message -> !message.matches("Directive \"@(defer|experimental_\\w+)\" was added."))
                .toList();
        assertThat(differences).isEmpty();
    }

    private static JsonServer graphqlJava(String sdl) {
        GraphQL graphql = GraphQL.newGraphQL(new SchemaGenerator()
                        .makeExecutableSchema(new SchemaParser().parse(sdl), RuntimeWiring.MOCKED_WIRING))
                .build();
        return JsonServer.answering(asked -> {
            Map<String, Object> result =
                    new LinkedHashMap<>(graphql.execute(asked.document()).toSpecification());
            JsonWriter json = new JsonWriter();
            json.writeValue(result);
            return new Answer(200, Map.of("content-type", "application/json"), json.toByteArray());
        });
    }
}
