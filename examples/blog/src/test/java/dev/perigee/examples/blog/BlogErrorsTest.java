package dev.perigee.examples.blog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.perigee.execution.Response;
import dev.perigee.execution.ResponseError;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a client sees when something is missing, wrong or down. */
class BlogErrorsTest {
    private RunningBlog blog;

    @BeforeEach
    void start() throws Exception {
        blog = RunningBlog.start();
    }

    @AfterEach
    void stop() throws Exception {
        blog.close();
    }

    @Test
    void whatIsMissingIsNull() {
        assertThat(run("{ user(id: 999999) { id } post(id: 0) { id } comment(id: -1) { id } left: user(id:"
                        + " 67) { id } }"))
                .hasToString("{\"data\":{\"user\":null,\"post\":null,\"comment\":null,\"left\":null}}");
    }

    @Test
    void anAuthorWhoHasLeftIsNull() {
        var response = run("{ posts(last: 100) { author { id } } }");
        assertThat(response.errors()).isEmpty();
        assertThat(response.toString()).contains("{\"author\":null}").contains("{\"author\":{\"id\":\"");
    }

    @Test
    void withoutTheUserServiceTheRestIsStillThere() throws Exception {
        blog.users.close();
        var response =
                run("{ post(id: 1) { id author { fullName } comments(last: 1) { author { id } post { id } } } }");
        assertThat(response.toString())
                .endsWith("\"data\":{\"post\":{\"id\":\"1\",\"author\":null,"
                        + "\"comments\":[{\"author\":null,\"post\":{\"id\":\"1\"}}]}}}");
        assertThat(response.errors())
                .extracting(ResponseError::code, ResponseError::message, error -> String.valueOf(error.path()))
                .containsExactlyInAnyOrder(
                        tuple("UNAVAILABLE", "The service is not available.", "[post, author]"),
                        tuple("UNAVAILABLE", "The service is not available.", "[post, comments, 0, author]"));
    }

    @Test
    void withoutTheCommentServiceTheRestIsStillThere() {
        blog.comments.close();
        var response = run("{ post(id: 1) { id comments { text } } }");
        assertThat(response.toString()).endsWith("\"data\":{\"post\":{\"id\":\"1\",\"comments\":null}}}");
        assertError(response, "SERVICE_UNAVAILABLE", "The comment service can't be reached.");
    }

    @Test
    void anIdThatIsNoNumber() {
        assertError(
                run("{ user(id: \"one\") { id } }"),
                "BAD_USER_INPUT",
                "Argument \"id\" is not a whole number, as blog.users.v1.GetUserRequest.id is.");
        assertThat(run("{ post(id: \"one\") { id } }")).hasToString("{\"data\":{\"post\":null}}");
    }

    @Test
    void tooManyAtOnce() {
        assertError(
                run("{ posts(last: 101) { id } }"), "LIMIT_EXCEEDED", "\"last\" is 101; the most is 100 (maxSize).");
        assertError(run("{ posts(last: -1) { id } }"), "BAD_USER_INPUT", "\"last\" is -1; the least is 0.");
        assertError(
                run("{ post(id: 1) { comments(last: 101) { id } } }"),
                "BAD_USER_INPUT",
                "last is 101, but may be 0 to 100.");
        assertThat(run("{ posts(last: 0) { id } }")).hasToString("{\"data\":{\"posts\":[]}}");
    }

    @Test
    void aPostWithoutTitle() {
        assertError(addPost("{authorId: 1, title: \"  \"}"), "BAD_USER_INPUT", "A post needs a title.");
        assertError(
                addPost("{authorId: 1, title: \"" + "x".repeat(201) + "\"}"),
                "BAD_USER_INPUT",
                "A title has at most 200 characters.");
    }

    @Test
    void aPostOfNobody() {
        assertError(addPost("{authorId: 67, title: \"T\"}"), "AUTHOR_NOT_FOUND", "There is no user 67.");
    }

    @Test
    void aCommentOnNothing() {
        assertError(
                addComment("{postId: 999999, authorId: 1, text: \"T\"}"), "POST_NOT_FOUND", "There is no post 999999.");
        assertError(addComment("{postId: 1, authorId: 67, text: \"T\"}"), "AUTHOR_NOT_FOUND", "There is no user 67.");
        assertError(addComment("{postId: 1, authorId: 1, text: \"\"}"), "BAD_USER_INPUT", "A comment needs a text.");
    }

    @Test
    void oneMutationFailsTheOtherIsDone() {
        var response = run("""
            mutation {
              wrong: addPost(input: {authorId: 67, title: "T"}) { id }
              right: addPost(input: {authorId: 1, title: "T"}) { id text author { id } }
            }
            """);
        assertThat(response.toString())
                .endsWith(
                        "\"data\":{\"wrong\":null,\"right\":{\"id\":\"2001\",\"text\":\"\",\"author\":{\"id\":\"1\"}}}}");
        assertError(response, "AUTHOR_NOT_FOUND", "There is no user 67.");
    }

    @Test
    void aPostThatCannotBeStoredSaysSo() throws Exception {
        blog.users.close();
        assertError(addPost("{authorId: 1, title: \"T\"}"), "UNAVAILABLE", "The service is not available.");
    }

    private Response addPost(String input) {
        return run("mutation { addPost(input: " + input + ") { id } }");
    }

    private Response addComment(String input) {
        return run("mutation { addComment(input: " + input + ") { id } }");
    }

    private Response run(String document) {
        return blog.run(document);
    }

    private static void assertError(Response response, String code, String message) {
        assertThat(response.errors()).singleElement().satisfies(error -> {
            assertThat(error.code()).isEqualTo(code);
            assertThat(error.message()).isEqualTo(message);
        });
    }
}
