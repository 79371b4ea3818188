package dev.perigee.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perigee.data.AccessDirectives;
import dev.perigee.data.Binding;
import dev.perigee.data.Caller;
import dev.perigee.data.ClientException;
import dev.perigee.data.Fetch;
import dev.perigee.data.PartSource;
import dev.perigee.data.PartWriter;
import dev.perigee.data.SelectedField;
import dev.perigee.data.SourceRun;
import dev.perigee.json.JsonWriter;
import dev.perigee.language.OperationDefinition;
import dev.perigee.language.Parser;
import dev.perigee.language.Source;
import dev.perigee.schema.AudienceDirective;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What is outside a caller's audience does not exist for them. */
class FaceTest {
    private static final String SCHEMA = """
        type Query {
          user: User
          users(first: Int! = 10 @audience(only: ["server"]), where: Where): [User]
          found: [Found]
          color: Color
          colors: [Color!]
          audit: Audit @audience(only: ["server", "audit"])
        }
        type User implements Node { id: ID name: String email: String @audience(only: ["server"]) secret: String @authenticated }
        interface Node { id: ID }
        type Audit implements Node @audience(only: ["server", "audit"]) { id: ID }
        union Found = User | Audit
        enum Color { RED INFRARED @audience(only: ["server"]) }
        input Where { name: String, deleted: Boolean = false @audience(only: ["server"]), color: Color, not: Where }
        type Mutation @audience(only: ["server"]) { touch: Int }
        type Subscription { user: User audit: Audit found: Found }
        """ + AudienceDirective.SDL + AccessDirectives.SDL;

    private static final Map<String, Object> DATA = Map.of(
            "user", Map.of("id", 1, "name", "Ada", "email", "ada@example.org", "secret", "s"),
            "found", List.of(Map.of("__typename", "Audit", "id", 7), Map.of("__typename", "User", "id", 1)),
            "color", "INFRARED",
            "colors", List.of("RED", "INFRARED"),
            "audit", Map.of("id", 7));

    private final List<String> calls = Collections.synchronizedList(new ArrayList<>());

    private TestGraph graph(String audience) {
        return TestGraph.of(
                        SCHEMA,
                        wiring -> wiring.query("users", (arguments, context) -> {
                            calls.add(arguments.asMap().toString());
                            return List.of();
                        }))
                .with(request -> request.rootValue(DATA)
                        .value(Caller.class, Caller.named("x").withAudience(audience)));
    }

    @Test
    void what_is_hidden_is_unknown_and_not_suggested() {
        assertThat(graph("server").answer("{ user { email } audit { id } }"))
                .isEqualTo("{'data':{'user':{'email':'ada@example.org'},'audit':{'id':'7'}}}");
        assertThat(graph("mobile").outcome("{ user { email } }"))
                .isEqualTo("no data\nVALIDATION_FAILED @1:10: Cannot query field \"email\" on type \"User\".");
        assertThat(graph("mobile").outcome("{ user { emai nam } }"))
                .isEqualTo("no data\n"
                        + "VALIDATION_FAILED @1:10: Cannot query field \"emai\" on type \"User\".\n"
                        + "VALIDATION_FAILED @1:15: Cannot query field \"nam\" on type \"User\". Did you mean"
                        + " \"name\"?");
        assertThat(graph("mobile").run("{ found { ... on Audit { id } } }").toString())
                .isEqualTo(
                        graph("mobile").run("{ found { ... on Audit { id } } }").toString())
                .contains("Audit")
                .doesNotContain("Did you mean");
        assertThat(graph("mobile").run("mutation { touch }").isRequestError()).isTrue();
        assertThat(graph("server").answer("mutation { touch }")).isEqualTo("{'data':{'touch':null}}");
    }

    @Test
    void callers_of_no_audience_and_of_unknown_ones_see_what_is_for_everybody() {
        for (String audience : List.of("", "mobile", "Server", "server ", "__proto__")) {
            assertThat(graph(audience).outcome("{ audit { id } }"))
                    .isEqualTo("no data\nVALIDATION_FAILED @1:3: Cannot query field \"audit\" on type \"Query\".");
        }
        TestGraph anonymous = TestGraph.of(SCHEMA).root(DATA);
        assertThat(anonymous.outcome("{ audit { id } }")).contains("Cannot query field \"audit\"");
        assertThat(anonymous.answer("{ user { name } }")).isEqualTo("{'data':{'user':{'name':'Ada'}}}");
    }

    @Test
    void introspection_knows_nothing_of_it() {
        String query = "{ __type(name: \"Audit\") { name } audience: __type(name: \"Color\") { enumValues { name } }"
                + " __schema { mutationType { name } directives { name } } }";
        assertThat(graph("mobile").answer(query))
                .contains("'__type':null")
                .contains("{'enumValues':[{'name':'RED'}]}")
                .contains("'mutationType':null")
                .doesNotContain("'audience'}");
        assertThat(graph("server").answer(query))
                .contains("'__type':{'name':'Audit'}")
                .contains("INFRARED")
                .contains("'mutationType':{'name':'Mutation'}")
                .doesNotContain("{'name':'audience'}");
        assertThat(graph("mobile").answer("{ __type(name: \"Node\") { possibleTypes { name } } }"))
                .isEqualTo("{'data':{'__type':{'possibleTypes':[{'name':'User'}]}}}");
    }

    @Test
    void hidden_input_has_its_default_value() {
        TestGraph mobile = graph("mobile");
        mobile.run("{ users(where: {name: \"a\", not: {}}) { id } }");
        mobile.variables(Map.of("w", Map.of("name", "a", "not", Map.of())))
                .run("query($w: Where) { users(where: $w) { id } }");
        assertThat(calls)
                .hasSize(2)
                .allMatch(call -> call.contains("first=10") && call.split("deleted=false", -1).length == 3);
        assertThat(mobile.outcome("{ users(first: 3) { id } }"))
                .isEqualTo("no data\nVALIDATION_FAILED @1:9: Unknown argument \"first\" on field \"Query.users\".");
        assertThat(mobile.outcome("{ users(where: {deleted: true}) { id } }")).startsWith("no data\n");
        assertThat(mobile.variables(Map.of("w", Map.of("not", Map.of("deleted", true))))
                        .outcome("query($w: Where) { users(where: $w) { id } }"))
                .startsWith("no data\nBAD_USER_INPUT");
        assertThat(mobile.variables(Map.of("w", Map.of("color", "INFRARED")))
                        .outcome("query($w: Where) { users(where: $w) { id } }"))
                .startsWith("no data\nBAD_USER_INPUT");
        assertThat(calls).hasSize(2);
    }

    @Test
    void values_of_hidden_types_and_hidden_enum_values_are_errors_that_do_not_name_them() {
        assertThat(graph("mobile").outcome("{ found { __typename ... on Node { id } } }"))
                .isEqualTo("{'found':[null,{'__typename':'User','id':'1'}]}\n"
                        + "FORBIDDEN found.0 @1:3: You may not see what stands here.");
        assertThat(graph("mobile").outcome("{ color colors }"))
                .isEqualTo("{'color':null,'colors':null}\n"
                        + "FORBIDDEN color @1:3: You may not see the value that stands here.\n"
                        + "FORBIDDEN colors.1 @1:9: You may not see the value that stands here.");
        assertThat(graph("server").answer("{ color found { __typename } }"))
                .isEqualTo("{'data':{'color':'INFRARED','found':[{'__typename':'Audit'},{'__typename':'User'}]}}");
    }

    @Test
    void rules_of_access_hold_within_a_face() {
        TestGraph graph = TestGraph.of(SCHEMA).root(DATA);
        assertThat(graph.outcome("{ user { secret } }"))
                .isEqualTo("{'user':{'secret':null}}\n"
                        + "UNAUTHENTICATED user.secret @1:10: Sign in to use User.secret.");
        assertThat(graph("mobile").answer("{ user { secret } }")).isEqualTo("{'data':{'user':{'secret':'s'}}}");
    }

    @Test
    void the_wiring_says_once_a_request_who_calls() {
        AtomicInteger made = new AtomicInteger();
        TestGraph graph = TestGraph.of(
                        SCHEMA,
                        wiring -> wiring.value(Caller.class, context -> {
                            made.incrementAndGet();
                            return Caller.named("x").withAudience("server");
                        }))
                .root(DATA);
        assertThat(graph.answer("{ audit { id } user { secret } }"))
                .isEqualTo("{'data':{'audit':{'id':'7'},'user':{'secret':'s'}}}");
        assertThat(made).hasValue(1);
    }

    @Test
    void without_audiences_nobody_is_asked_who_calls() {
        TestGraph graph = TestGraph.of(
                        "type Query { a: Int }",
                        wiring -> wiring.value(Caller.class, context -> {
                            throw new IllegalStateException("asked");
                        }))
                .root(Map.of("a", 1));
        assertThat(graph.answer("{ a }")).isEqualTo("{'data':{'a':1}}");
    }

    @Test
    void a_caller_who_is_not_accepted_is_a_request_error() {
        TestGraph graph = TestGraph.of(
                SCHEMA,
                wiring -> wiring.value(Caller.class, context -> {
                    throw new ClientException("UNAUTHENTICATED", "The token has expired.");
                }));
        assertThat(graph.outcome("{ user { id } }")).isEqualTo("no data\nUNAUTHENTICATED: The token has expired.");
    }

    @Test
    void plans_are_of_a_face() {
        Engine engine = graph("").engine();
        var document = Parser.parse(Source.of("plan", "{ found { __typename } }"));
        var operation = (OperationDefinition) document.definitions().getFirst();
        assertThat(engine.plan(document, operation).print()).contains("Audit");
        assertThat(engine.plan("mobile", document, operation).print()).doesNotContain("Audit");
        assertThat(engine.schema("mobile").type("Audit")).isNull();
        assertThat(engine.schema("audit").type("Audit")).isNotNull();
        assertThat(engine.schema().type("Audit")).isNotNull();
    }

    @Test
    void a_broken_face_is_told_when_the_engine_is_built() {
        String schema = "type Query { a: A } type A { x: Int @audience(only: [\"s\"]) }" + AudienceDirective.SDL;
        assertThatThrownBy(() -> TestGraph.of(schema))
                .isInstanceOf(WiringException.class)
                .hasMessage(
                        "schema.graphql:1:21: For callers without an audience, A is left without a field. Hide it, too,"
                                + " or show a field of it.");
    }

    @Test
    void subscriptions_know_nothing_of_it() throws Exception {
        assertThat(firstResponse(graph("mobile"), "subscription { audit { id } }"))
                .contains("Cannot query field 'audit'");
        TestGraph events =
                TestGraph.of(SCHEMA, wiring -> wiring.subscription("found", (arguments, context) -> events()));
        assertThat(firstResponse(events, "subscription { found { __typename } }"))
                .contains("FORBIDDEN")
                .contains("'data':{'found':null}")
                .doesNotContain("Audit");
        TestGraph server = events.with(
                request -> request.value(Caller.class, Caller.named("x").withAudience("server")));
        assertThat(firstResponse(server, "subscription { found { __typename } }"))
                .isEqualTo("{'data':{'found':{'__typename':'Audit'}}}");
    }

    private static Flow.Publisher<Object> events() {
        return subscriber -> subscriber.onSubscribe(new Flow.Subscription() {
            @Override
            public void request(long n) {
                subscriber.onNext(Map.of("__typename", "Audit", "id", 7));
                subscriber.onComplete();
            }

            @Override
            public void cancel() {}
        });
    }

    private static String firstResponse(TestGraph graph, String document) throws Exception {
        CompletableFuture<String> first = new CompletableFuture<>();
        graph.engine().subscribe(graph.request(document)).subscribe(new Flow.Subscriber<>() {
            @Override
            public void onSubscribe(Flow.Subscription subscription) {
                subscription.request(1);
            }

            @Override
            public void onNext(Response response) {
                first.complete(response.toString().replace('"', '\'').replace("\\'", "'"));
            }

            @Override
            public void onError(Throwable e) {
                first.completeExceptionally(e);
            }

            @Override
            public void onComplete() {
                first.completeExceptionally(new AssertionError("No response"));
            }
        });
        return first.get(10, TimeUnit.SECONDS);
    }

    @Test
    void a_source_does_not_take_over_what_could_be_hidden() {
        TestGraph graph = TestGraph.of(SCHEMA, wiring -> wiring.source(field -> new Everything()));
        assertThat(graph.outcome("{ color user { name } }"))
                .isEqualTo("{'color':null,'user':'everything'}\n"
                        + "FORBIDDEN color @1:3: You may not use Query.color with this selection.");
        assertThat(graph.outcome("{ found { ... on User { id } } }")).startsWith("{'found':null}\nFORBIDDEN found ");
        TestGraph server = graph.with(
                request -> request.value(Caller.class, Caller.named("x").withAudience("server")));
        assertThat(server.outcome("{ color found { ... on User { id } } }"))
                .isEqualTo("{'color':'everything','found':'everything'}");
    }

    /** A source that would write whatever it has. */
    private static final class Everything implements Fetch {
        @Override
        public List<?> fetch(List<Object> parents, SourceRun run) {
            return parents.stream().map(parent -> "").toList();
        }

        @Override
        public void write(Object value, SourceRun run, JsonWriter out) {
            out.writeString("everything");
        }

        @Override
        public String source() {
            return "test";
        }

        @Override
        public String describe() {
            return "Everything";
        }
    }

    @Test
    void parts_whose_values_could_be_hidden_are_not_written_by_their_source() {
        Binding part = new Binding.Part(new Document());
        TestGraph graph = TestGraph.of(SCHEMA, wiring -> {
                    for (String field : List.of("color", "user", "found")) wiring.sourced("Query", field, part);
                    for (String type : List.of("User", "Audit")) wiring.sourced(type, "id", part);
                })
                .root(DATA);
        assertThat(graph.outcome("{ color user { id } found { ... on Node { id } } }"))
                .isEqualTo("{'color':null,'user':'written','found':[null,{'id':'written'}]}\n"
                        + "FORBIDDEN color @1:3: You may not see the value that stands here.\n"
                        + "FORBIDDEN found.0 @1:21: You may not see what stands here.");
        TestGraph server = graph.with(
                request -> request.value(Caller.class, Caller.named("x").withAudience("server")));
        assertThat(server.outcome("{ color user { id } found { ... on Node { id } } }"))
                .isEqualTo("{'color':'written','user':'written','found':'written'}");
    }

    /** Would write a hidden value as it is. */
    private static final class Document implements PartSource {
        @Override
        public List<PartWriter> fieldWriters(List<? extends SelectedField> fields) {
            PartWriter writer = (value, run, out, errors) -> {
                out.writeString("written");
                return true;
            };
            return Collections.nCopies(fields.size(), writer);
        }

        @Override
        public PartWriter objectWriter(SelectedField field) {
            return fieldWriters(List.of(field)).getFirst();
        }

        @Override
        public Binding.Getter reader(SelectedField field) {
            return (parent, arguments) ->
                    ((Map<?, ?>) parent).get(field.definition().name());
        }
    }
}
