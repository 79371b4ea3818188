package dev.perigee.server;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import dev.perigee.data.Caller;
import java.net.Socket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class RequestLogTest {
    private final Logger logger = (Logger) LoggerFactory.getLogger("dev.perigee.requests");
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            lines.add(event.getFormattedMessage());
        }
    };
    private final TestServer server = new TestServer(settings -> settings.graphiql(true));

    @BeforeEach
    void listen() {
        logger.setLevel(Level.INFO);
        appender.start();
        logger.addAppender(appender);
    }

    @AfterEach
    void stop() {
        logger.detachAppender(appender);
        server.close();
    }

    @Test
    void name_kind_status_time_bytes_and_calls() throws InterruptedException {
        int bytes = server.query("query Page { a: item(id: 1) { owner { name } } b: item(id: 2) { owner { name } } }")
                .body()
                .length();
        assertThat(line()).matches("Page query 200 [0-9]+\\.[0-9]ms " + bytes + "B document=[0-9a-f]{12} sql=1 grpc=1");
    }

    @Test
    void codes_of_errors() throws InterruptedException {
        server.query("{ missing other: missing broken }");
        assertThat(line())
                .matches("- query 294 [0-9.]+ms [0-9]+B document=[0-9a-f]{12} java=3 errors=NOT_FOUND,INTERNAL_ERROR");
    }

    @Test
    void an_operation_that_is_refused_is_still_named() throws InterruptedException {
        server.post("{\"query\": \"query Secret($c: Int!) { items(count: $c) { id } }\", \"variables\": {\"c\":"
                + " \"s3cret\"}}");
        assertThat(line()).matches("Secret query 422 [0-9.]+ms [0-9]+B document=[0-9a-f]{12} errors=BAD_USER_INPUT");
    }

    @Test
    void what_does_not_reach_the_engine() throws InterruptedException {
        server.post("NONSENSE");
        assertThat(line()).matches("- - 400 [0-9.]+ms [0-9]+B errors=BAD_REQUEST");
        server.post("{}", "content-type", "text/plain");
        assertThat(line()).matches("- - 415 [0-9.]+ms [0-9]+B errors=UNSUPPORTED_MEDIA_TYPE");
        server.send("PUT", "graphql");
        assertThat(line()).matches("- - 405 [0-9.]+ms [0-9]+B errors=METHOD_NOT_ALLOWED");
    }

    @Test
    void a_name_that_nobody_checked_is_not_logged() throws InterruptedException {
        server.post("{\"query\": \"{ hello }\", \"operationName\": \"a\\nFAKE query 200\"}");
        assertThat(line()).matches("- - 422 [0-9.]+ms [0-9]+B document=[0-9a-f]{12} errors=OPERATION_NOT_FOUND");
    }

    @Test
    void a_client_that_went_away() throws Exception {
        try (Socket client = server.connect()) {
            client.getOutputStream().write("GET /graphql?query={slow} HTTP/1.1\r\nhost: x\r\n\r\n".getBytes(US_ASCII));
            server.graph.slowBegan.await();
        }
        assertThat(line()).matches("- - gone [0-9.]+ms 0B document=[0-9a-f]{12}");
    }

    @Test
    void other_paths_and_the_page_are_not_logged() throws InterruptedException {
        server.get("health");
        server.get("nowhere");
        server.get("graphql", "accept", "text/html");
        server.query("{ hello }");
        assertThat(line()).startsWith("- query 200");
        assertThat(lines).isEmpty();
    }

    @Test
    void a_stream_when_it_opens_and_when_it_ends() throws Exception {
        StreamGraph graph = new StreamGraph();
        Authentication authentication = headers -> CompletableFuture.completedStage(Caller.named("web app\n2026 FAKE"));
        try (GraphServer streams = GraphServer.builder(graph.engine())
                        .port(0)
                        .authentication(authentication)
                        .start();
                TestSocket client = TestSocket.ready(streams.uri())) {
            String who = "client=web_app_2026_FAKE document=[0-9a-f]{12}";
            client.subscribe("1", "subscription Counting { count(to: 3) }");
            assertThat(line()).matches("Counting subscription open [0-9.]+ms 0B events=0 " + who);
            assertThat(line()).matches("Counting subscription complete [0-9.]+ms 60B events=3 " + who);
            client.subscribe("2", "query Greeting { hello }");
            assertThat(line()).matches("Greeting query complete [0-9.]+ms 26B " + who + " java=1");
            client.subscribe("3", "{ secret }");
            assertThat(line()).matches("- - error [0-9.]+ms [0-9]+B " + who + " errors=VALIDATION_FAILED");
            client.subscribe("4", "subscription { events(name: \"x\") }");
            assertThat(line()).matches("- subscription open [0-9.]+ms 0B events=0 " + who);
            client.complete("4");
            assertThat(line()).matches("- subscription cancelled [0-9.]+ms 0B events=0 " + who);
            client.subscribe("5", "subscription { events(name: \"y\") }");
            assertThat(line()).contains("open");
            client.close();
            assertThat(line()).matches("- subscription gone [0-9.]+ms 0B events=0 " + who);
        }
    }

    private String line() throws InterruptedException {
        return lines.poll(10, TimeUnit.SECONDS);
    }
}
