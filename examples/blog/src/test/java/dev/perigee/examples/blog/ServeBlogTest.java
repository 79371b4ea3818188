package dev.perigee.examples.blog;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import dev.perigee.cli.serve.Overrides;
import dev.perigee.cli.serve.Serving;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What {@code perigee serve examples/blog} does, on a free port: over HTTP, and in the log. */
class ServeBlogTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final BlockingQueue<String> LOG = new LinkedBlockingQueue<>();
    private static Serving blog;

    @BeforeAll
    static void start() throws Exception {
        listenToLog();
        blog = Serving.start(Path.of("."), new Overrides(0, null, null));
    }

    private static void listenToLog() {
        var requests = (Logger) LoggerFactory.getLogger("dev.perigee.requests");
        var queue = new AppenderBase<ILoggingEvent>() {
            @Override
            protected void append(ILoggingEvent event) {
                LOG.add(event.getFormattedMessage());
            }
        };
        queue.start();
        requests.addAppender(queue);
        requests.setLevel(Level.INFO);
        requests.setAdditive(false);
    }

    @AfterAll
    static void stop() {
        blog.close();
        CLIENT.close();
    }

    @BeforeEach
    void forgetLog() {
        LOG.clear();
    }

    @Test
    void theLogHasOperationDurationAndCallsOfEachSource() throws Exception {
        var answer = post("query ThreeLevels { posts(last: 20) { author { comments { post { title } } } } }");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .startsWith("{\"data\":{\"posts\":[{\"author\":{\"comments\":[{\"post\":{\"title\":\"");
        assertThat(logged())
                .matches("ThreeLevels query 200 [0-9.]+ms [0-9]+B document=[0-9a-f]{12} sql=2 grpc=1 http=1");
    }

    @Test
    void twoAliasedPostsAreOneCall() throws Exception {
        assertThat(post("{ one: post(id: 1) { id } other: post(id: 2) { id } }").body())
                .isEqualTo("{\"data\":{\"one\":{\"id\":\"1\"},\"other\":{\"id\":\"2\"}}}");
        assertThat(logged()).matches("- query 200 [0-9.]+ms [0-9]+B document=[0-9a-f]{12} sql=1");
    }

    @Test
    void errorsAreLoggedByTheirCodes() throws Exception {
        assertThat(post("mutation { addPost(input: {authorId: 67, title: \"T\"}) { id } }")
                        .body())
                .contains("\"code\":\"AUTHOR_NOT_FOUND\"");
        assertThat(logged())
                .matches("- mutation 200 [0-9.]+ms [0-9]+B document=[0-9a-f]{12} sql=1 errors=AUTHOR_NOT_FOUND");
    }

    @Test
    void aBrowserGetsGraphiql() throws Exception {
        var page = get("graphql", "text/html");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("<!doctype html>").containsIgnoringCase("GraphiQL");
    }

    @Test
    void itIsReady() throws Exception {
        assertThat(get("health", "application/json").body()).isEqualTo("{\"status\":\"ready\"}");
    }

    private static String logged() throws InterruptedException {
        return LOG.poll(10, TimeUnit.SECONDS);
    }

    private static HttpResponse<String> get(String path, String accepted) throws Exception {
        var request = HttpRequest.newBuilder(blog.uri().resolve(path))
                .header("Accept", accepted)
                .build();
        return CLIENT.send(request, BodyHandlers.ofString());
    }

    private static HttpResponse<String> post(String document) throws Exception {
        var request = HttpRequest.newBuilder(blog.uri().resolve("graphql"))
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .POST(BodyPublishers.ofString("{\"query\": \"" + document.replace("\"", "\\\"") + "\"}"))
                .build();
        return CLIENT.send(request, BodyHandlers.ofString());
    }
}
