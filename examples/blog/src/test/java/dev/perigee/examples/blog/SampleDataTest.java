package dev.perigee.examples.blog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.execution.Response;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The sample data is the same at each start, and holds together. */
class SampleDataTest {
    private static final String A_LITTLE_OF_ALL = """
        {
          posts(last: 100) { id title text createdAt author { id fullName bio joinedAt } comments(last: 3) { id text } }
          popular: post(id: 1000) { comments(last: 100) { id createdAt author { id } } }
        }
        """;

    @Test
    void twoBlogsAreTheSame() throws Exception {
        try (var one = RunningBlog.start();
                var other = RunningBlog.start()) {
            assertThat(one.run(A_LITTLE_OF_ALL))
                    .hasToString(other.run(A_LITTLE_OF_ALL).toString());
        }
    }

    @Test
    void asManyAsTheReadmeSays() throws Exception {
        try (var blog = RunningBlog.start()) {
            assertThat(blog.run(
                            "{ posts(last: 1) { id } post(id: 2001) { id } user(id: 200) { id } next: user(id: 201) {"
                                    + " id } comment(id: 8000) { id } after: comment(id: 8001) { id } }"))
                    .hasToString("{\"data\":{\"posts\":[{\"id\":\"2000\"}],\"post\":null,\"user\":{\"id\":\"200\"},"
                            + "\"next\":null,\"comment\":{\"id\":\"8000\"},\"after\":null}}");
        }
    }

    @Test
    void newestFirstAndCommentsAfterTheirPost() throws Exception {
        try (var blog = RunningBlog.start()) {
            var response = blog.run("{ post(id: 1000) { createdAt comments(last: 100) { id createdAt } } }");
            var post = (Map<?, ?>) data(response).get("post");
            var times = ((List<?>) post.get("comments"))
                    .stream()
                            .map(comment -> (Integer) ((Map<?, ?>) comment).get("createdAt"))
                            .toList();
            assertThat(times).hasSizeGreaterThan(20).isSortedAccordingTo(Comparator.reverseOrder());
            assertThat(times.getLast()).isGreaterThan((Integer) post.get("createdAt"));
        }
    }

    private static Map<?, ?> data(Response response) {
        return (Map<?, ?>) response.asMap().get("data");
    }
}
