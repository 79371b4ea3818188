package dev.perigee.execution;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.data.AccessDirectives;
import dev.perigee.data.Caller;
import dev.perigee.data.ClientException;
import dev.perigee.data.Wiring;
import dev.perigee.schema.Schema;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What clients see of exceptions, and what the log has of them. */
class ErrorsTest {
    private static final String SCHEMA = "type Query { a: String list: [Item] } type Item { b: String }";

    private final List<LogRecord> logged = new ArrayList<>();
    private final Logger log = Logger.getLogger(Errors.class.getName());
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord record) {
            logged.add(record);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        log.addHandler(handler);
    }

    @AfterEach
    void stopListening() {
        log.removeHandler(handler);
    }

    private static TestGraph failing(Exception thrown) {
        return failing(thrown, (occurred, cause) -> occurred);
    }

    private static TestGraph failing(Exception thrown, ErrorFormatter formatter) {
        Consumer<Wiring.Builder> wire = wiring -> wiring.query("a", (arguments, context) -> {
            throw thrown;
        });
        return TestGraph.of(TestGraph.schema(SCHEMA), wire, engine -> engine.errorFormatter(formatter));
    }

    @Test
    void an_unexpected_exception_is_masked_and_logged_with_the_same_id() {
        IOException thrown = new IOException("secret");
        Response response = failing(thrown).run("{ a }");
        assertThat(response.errors()).singleElement().satisfies(error -> {
            String id = (String) error.extensions().get("id");
            assertThat(error.message()).isEqualTo("Internal error " + id + ".");
            assertThat(logged).singleElement().satisfies(record -> {
                assertThat(record.getLevel()).isEqualTo(Level.SEVERE);
                assertThat(record.getMessage()).isEqualTo("Internal error " + id + " at Query.a");
                assertThat(record.getThrown()).isSameAs(thrown);
            });
        });
        assertThat(response.toString())
                .startsWith("{\"errors\":[{\"message\":\"Internal error ")
                .contains("\"path\":[\"a\"],\"extensions\":{\"code\":\"INTERNAL_ERROR\",\"id\":\"")
                .doesNotContain("secret");
    }

    @Test
    void who_gives_up_while_the_caller_is_found_out_leaves_nothing_in_the_log() throws Exception {
        CompletableFuture<Thread> asking = new CompletableFuture<>();
        Wiring.Builder wiring = Wiring.builder().value(Caller.class, context -> {
            asking.complete(Thread.currentThread());
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return Caller.ANONYMOUS;
        });
        Schema schema = TestGraph.schema("type Query { me: Int @authenticated }" + AccessDirectives.SDL);
        Engine engine = Engine.builder(schema).wiring(wiring.build()).build();
        CompletableFuture<Response> future = engine.executeAsync(Request.of("{ me }"));
        Thread runner = asking.get(5, SECONDS);
        future.cancel(true);
        assertThat(runner.join(Duration.ofSeconds(5))).isTrue();
        assertThat(logged).isEmpty();
    }

    @Test
    void an_exception_at_many_places_is_logged_once() {
        var thrown = new IllegalStateException();
        var graph = TestGraph.of(
                SCHEMA,
                wiring -> wiring.type(
                        "Item",
                        String.class,
                        item -> item.field("b", text -> {
                            throw thrown;
                        })));
        Response response = graph.root(Map.of("list", List.of("x", "y", "z"))).run("{ list { b c: b } }");
        assertThat(response.errors()).hasSize(6);
        assertThat(response.errors().stream().map(ResponseError::message).distinct())
                .hasSize(1);
        assertThat(logged).hasSize(1);
    }

    @Test
    void an_exception_for_the_client_is_not_logged() {
        assertThat(failing(new ClientException("NOT_FOUND", "There is none.")).outcome("{ a }"))
                .isEqualTo("{'a':null}\nNOT_FOUND a @1:3: There is none.");
        assertThat(logged).isEmpty();
    }

    @Test
    void wrappers_do_not_hide_an_exception_for_the_client() {
        var inner = new ClientException("NOT_FOUND", "There is none.");
        for (Exception wrapped : List.of(
                new CompletionException(inner),
                new ExecutionException(inner),
                new InvocationTargetException(inner),
                new ExecutionException(new CompletionException(inner)))) {
            assertThat(failing(wrapped).outcome("{ a }")).isEqualTo("{'a':null}\nNOT_FOUND a @1:3: There is none.");
        }
    }

    @Test
    void extensions_keep_their_order() {
        Map<String, Object> extensions = new LinkedHashMap<>();
        for (String name : List.of("z", "y", "a", "m")) extensions.put(name, List.of(1, true));
        extensions.put("none", null);
        assertThat(failing(new ClientException("BAD", "Bad.", extensions)).answer("{ a }"))
                .contains(
                        "'extensions':{'code':'BAD','z':[1,true],'y':[1,true],'a':[1,true],'m':[1,true],'none':null}");
    }

    @Test
    void extensions_that_json_has_no_form_for_are_written_as_text() {
        var thrown = new ClientException("BAD", "Bad.", Map.of("since", LocalDate.EPOCH));
        assertThat(failing(thrown).answer("{ a }")).contains("'extensions':{'code':'BAD','since':'1970-01-01'}");
        List<Object> endless = new ArrayList<>();
        endless.add(new Object() {
            @Override
            public String toString() {
                throw new IllegalStateException();
            }
        });
        assertThat(failing(new ClientException("BAD", "Bad.", Map.of("x", endless)))
                        .answer("{ a }"))
                .contains("'extensions':{'code':'BAD'");
    }

    @Test
    void a_message_may_be_missing_or_not_be_unicode() {
        assertThat(failing(new ClientException("BAD", null)).outcome("{ a }"))
                .isEqualTo("{'a':null}\nBAD a @1:3: Failed.");
        assertThat(failing(new ClientException("BAD", "\uD800 \"quoted\"\n")).answer("{ a }"))
                .contains("'message':'\uFFFD \\'quoted\\'\\n'");
    }

    @Test
    void the_formatter_decides_what_the_client_sees() {
        List<Throwable> causes = new ArrayList<>();
        ErrorFormatter formatter = (occurred, cause) -> {
            causes.add(cause);
            return new ResponseError("Sorry.", List.of(), occurred.path(), Map.of("code", "SORRY"));
        };
        IOException thrown = new IOException("secret");
        assertThat(failing(thrown, formatter).answer("{ a }"))
                .isEqualTo(
                        "{'errors':[{'message':'Sorry.','path':['a'],'extensions':{'code':'SORRY'}}],'data':{'a':null}}");
        assertThat(causes).containsExactly(thrown);
    }

    @Test
    void a_formatter_that_fails_does_no_harm() {
        for (ErrorFormatter formatter : List.<ErrorFormatter>of(
                (occurred, cause) -> {
                    throw new IllegalStateException("broken");
                },
                (occurred, cause) -> null)) {
            Response response = failing(new IOException("secret"), formatter).run("{ a }");
            assertThat(TestGraph.data(response)).isEqualTo("{'a':null}");
            assertThat(response.errors()).singleElement().satisfies(error -> {
                assertThat(error.code()).isEqualTo("INTERNAL_ERROR");
                assertThat(error.message()).startsWith("Internal error ");
            });
        }
    }

    @Test
    void request_errors_have_no_data() {
        var graph = TestGraph.of(SCHEMA);
        assertThat(graph.answer("{ a"))
                .startsWith("{'errors':[{'message':'")
                .endsWith("'locations':[{'line':1,'column':4}],'extensions':{'code':'SYNTAX_ERROR'}}]}");
        assertThat(graph.run("{ a").isRequestError()).isTrue();
        assertThat(graph.run("{ a").asMap()).doesNotContainKey("data");
        assertThat(graph.answer("subscription { a }")).contains("'code':");
        assertThat(graph.answer("")).startsWith("{'errors':[");
    }

    @Test
    void nothing_is_thrown_whatever_the_request() {
        var graph = TestGraph.of(SCHEMA);
        for (String document : List.of(
                "",
                "\uD800",
                "{ nope }",
                "{ a { b } }",
                "{ list }",
                "query($x: Nope) { a }",
                "mutation { a }",
                "subscription { a }",
                "fragment F on Query { a }",
                "{ ...F }",
                "type Query { a: Int }",
                "{ a(x: 1) }",
                "{ a @nope }",
                "query A { a } query A { a }",
                "{ ...F } fragment F on Query { ...F }",
                "{ a: list { b } a: a }",
                "{ __typename { x } }",
                "{ __type }")) {
            assertThat(graph.run(document).errors()).as(document).isNotEmpty();
            assertThat(graph.variables(Collections.singletonMap("x", new Object()))
                            .run(document)
                            .errors())
                    .isNotEmpty();
        }
    }
}
