package dev.perigee.examples.blog;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.Filter;
import dev.perigee.examples.blog.comments.CommentServer;
import dev.perigee.examples.blog.posts.PostDatabase;
import dev.perigee.examples.blog.users.UserServer;
import dev.perigee.execution.Request;
import dev.perigee.execution.Response;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Backends that never answer: the request ends at its deadline or when its client goes, and takes its calls along. */
class BlogDeadlineTest {
    private final CountDownLatch grpcCalled = new CountDownLatch(1);
    private final CountDownLatch grpcCancelled = new CountDownLatch(1);
    private final CountDownLatch httpCalled = new CountDownLatch(1);
    private final CountDownLatch never = new CountDownLatch(1);
    private RunningBlog blog;

    @BeforeEach
    void start() throws Exception {
        var comments = new CommentServer(Filter.beforeHandler("never answers", exchange -> {
            httpCalled.countDown();
            waitFor(never);
        }));
        blog = new RunningBlog(new PostDatabase(PostDatabase.inMemory()), new UserServer(new NeverAnswers()), comments);
    }

    @AfterEach
    void stop() throws Exception {
        never.countDown();
        blog.close();
    }

    @Test
    void theDeadlineIsTheUserServicesToo() throws Exception {
        var response = runShortly("{ post(id: 1) { id author { id } } }");
        assertThat(response.toString()).endsWith("\"data\":{\"post\":{\"id\":\"1\",\"author\":null}}}");
        assertThat(response.errors()).singleElement().satisfies(error -> {
            assertThat(error.code()).isEqualTo("DEADLINE_EXCEEDED");
            assertThat(error.path()).containsExactly("post", "author");
        });
        assertThat(grpcCancelled.await(10, SECONDS)).isTrue();
    }

    @Test
    void theDeadlineIsTheCommentServicesToo() {
        var response = runShortly("{ post(id: 1) { id comments { id } } }");
        assertThat(response.toString()).endsWith("\"data\":{\"post\":{\"id\":\"1\",\"comments\":null}}}");
        assertThat(response.errors()).singleElement().satisfies(error -> {
            assertThat(error.code()).isEqualTo("DEADLINE_EXCEEDED");
            assertThat(error.path()).containsExactly("post", "comments");
        });
    }

    @Test
    void aClientWhoGoesTakesTheCallAlong() throws Exception {
        var response = blog.engine.executeAsync(Request.of("{ user(id: 1) { id } }"));
        assertThat(grpcCalled.await(10, SECONDS)).isTrue();
        response.cancel(true);
        assertThat(grpcCancelled.await(10, SECONDS)).isTrue();
    }

    private Response runShortly(String document) {
        return blog.engine.execute(
                Request.builder(document).timeout(Duration.ofMillis(500)).build());
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private final class NeverAnswers implements ServerInterceptor {
        @Override
        public <A, B> ServerCall.Listener<A> interceptCall(
                ServerCall<A, B> call, Metadata headers, ServerCallHandler<A, B> next) {
            grpcCalled.countDown();
            return new ServerCall.Listener<>() {
                @Override
                public void onCancel() {
                    grpcCancelled.countDown();
                }
            };
        }
    }
}
