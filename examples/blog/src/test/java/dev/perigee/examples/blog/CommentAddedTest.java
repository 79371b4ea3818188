package dev.perigee.examples.blog;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.execution.Request;
import dev.perigee.execution.Response;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;

/** The subscription: one response for each comment that is made. */
class CommentAddedTest {
    private static final String ADD = "mutation { addComment(input: {postId: %d, authorId: 1, text: \"%s\"}) { id } }";

    @Test
    void everyCommentWithWhatItLeadsTo() throws Exception {
        try (var blog = RunningBlog.start()) {
            var heard = subscribe(blog, "subscription { commentAdded { text author { id } post { id } } }");
            blog.run(ADD.formatted(7, "One."));
            blog.run(ADD.formatted(8, "Two."));
            assertThat(heard.poll(10, SECONDS))
                    .isEqualTo(
                            "{\"data\":{\"commentAdded\":{\"text\":\"One.\",\"author\":{\"id\":\"1\"},\"post\":{\"id\":\"7\"}}}}");
            assertThat(heard.poll(10, SECONDS)).contains("\"Two.\"").contains("\"8\"");
        }
    }

    @Test
    void onlyThoseOnOnePost() throws Exception {
        try (var blog = RunningBlog.start()) {
            var heard = subscribe(blog, "subscription { commentAdded(postId: 8) { text } }");
            blog.run(ADD.formatted(7, "Elsewhere."));
            blog.run(ADD.formatted(8, "Here."));
            assertThat(heard.poll(10, SECONDS)).isEqualTo("{\"data\":{\"commentAdded\":{\"text\":\"Here.\"}}}");
            assertThat(heard).isEmpty();
        }
    }

    @Test
    void whenTheBlogStopsTheSubscriptionEnds() throws Exception {
        BlockingQueue<String> heard;
        try (var blog = RunningBlog.start()) {
            heard = subscribe(blog, "subscription { commentAdded { text } }");
        }
        assertThat(heard.poll(10, SECONDS)).isEqualTo("end");
    }

    /** What a subscriber hears, who listens when this returns. */
    private static BlockingQueue<String> subscribe(RunningBlog blog, String document) throws InterruptedException {
        var heard = new LinkedBlockingQueue<String>();
        var listening = new CountDownLatch(1);
        blog.engine.subscribe(Request.of(document)).subscribe(new Flow.Subscriber<Response>() {
            @Override
            public void onSubscribe(Flow.Subscription subscription) {
                subscription.request(Long.MAX_VALUE);
                listening.countDown();
            }

            @Override
            public void onNext(Response response) {
                heard.add(response.toString());
            }

            @Override
            public void onError(Throwable failure) {
                heard.add(failure.toString());
            }

            @Override
            public void onComplete() {
                heard.add("end");
            }
        });
        assertThat(listening.await(10, SECONDS)).isTrue();
        return heard;
    }
}
