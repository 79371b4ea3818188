package dev.perigee.server;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.net.Socket;
import java.util.concurrent.BlockingQueue;
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
        assertThat(line()).matches("- query 294 [0-9.]+ms [0-9]+B document=[0-9a-f]{12} java=3 errors=NOT_FOUND,INTERNAL_ERROR");
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

    private String line() throws InterruptedException {
        return lines.poll(10, TimeUnit.SECONDS);
    }
}
