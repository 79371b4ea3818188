package dev.perigee.examples.blog;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.execution.Response;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What operations cost, counted at the backends themselves. */
class BackendCallsTest {
    private static final BackendCalls CALLS = new BackendCalls();
    private static RunningBlog blog;

    @BeforeAll
    static void start() throws Exception {
        blog = RunningBlog.start(CALLS);
    }

    @AfterAll
    static void stop() throws Exception {
        blog.close();
    }

    @Test
    void oneCallForTheAuthorsOfAllPosts() {
        assertThat(callsOf("{ posts(last: 50) { title author { fullName } } }"))
                .containsOnly(entry("sql", 1), entry("grpc", 1));
    }

    @Test
    void threeLevelsAreOneCallForEachLevelAndSource() {
        assertThat(callsOf("{ posts(last: 20) { author { comments { post { title } } } } }"))
                .containsOnly(entry("sql", 2), entry("grpc", 1), entry("http", 1));
    }

    @Test
    void theNextLevelIsOneCallMore() {
        assertThat(callsOf("{ posts(last: 20) { author { comments { post { author { fullName } } } } } }"))
                .containsOnly(entry("sql", 2), entry("grpc", 2), entry("http", 1));
    }

    @Test
    void moreObjectsAreNotMoreCalls() {
        var few = callsOf("{ posts(last: 2) { comments(last: 1) { author { posts(last: 1) { title } } } } }");
        var many = callsOf("{ posts(last: 100) { comments(last: 20) { author { posts(last: 20) { title } } } } }");
        assertThat(many).isEqualTo(few).containsOnly(entry("sql", 2), entry("grpc", 1), entry("http", 1));
    }

    @Test
    void twoAliasedPostsAreOneCall() {
        assertThat(callsOf("{ a: post(id: 1) { title } b: post(id: 2) { title author { fullName } } }"))
                .containsOnly(entry("sql", 1), entry("grpc", 1));
    }

    @Test
    void aliasedListsOfALoaderAreOneCall() {
        assertThat(callsOf("{ post(id: 40) { few: comments(last: 1) { id } many: comments { id } } }"))
                .containsOnly(entry("sql", 1), entry("http", 1));
    }

    @Test
    void aliasedListsOfTheDatabaseAreOneCallForEachPage() {
        assertThat(callsOf("{ a: posts(last: 3) { id } b: posts(last: 3) { title } }"))
                .containsOnly(entry("sql", 1));
        assertThat(callsOf("{ user(id: 1) { few: posts(last: 1) { id } many: posts { id } } }"))
                .containsOnly(entry("grpc", 1), entry("sql", 2));
    }

    @Test
    void fragmentsCostNothing() {
        assertThat(callsOf("""
            query Fragments {
              newest: posts(last: 10) { ...summary comments { author { ...person } } }
              first: post(id: 1) { ...summary ... on Post { author { id } } }
            }
            fragment summary on Post { title author { ...person } }
            fragment person on User { fullName }
            """)).containsOnly(entry("sql", 2), entry("grpc", 2), entry("http", 1));
    }

    @Test
    void whatIsLoadedTwiceIsAskedForOnce() {
        assertThat(callsOf("{ post(id: 40) { comments(last: 3) { post { author { fullName } } } author { id } } }"))
                .containsOnly(entry("grpc", 1), entry("http", 1), entry("sql", 1));
        assertThat(callsOf("{ posts(last: 1) { author { comments { author { fullName comments { text } } } } } }"))
                .containsOnly(entry("sql", 1), entry("grpc", 1), entry("http", 1));
    }

    @Test
    void leavesBesideEachOtherAreOneCallForEachSource() {
        assertThat(callsOf("{ user(id: 1) { posts { title } comments { text } } }"))
                .containsOnly(entry("grpc", 1), entry("sql", 1), entry("http", 1));
    }

    @Test
    void whatIsSkippedIsNotCalled() {
        assertThat(callsOf("{ posts(last: 5) { title author @include(if: false) { id } comments @skip(if: true) {"
                        + " id } } }"))
                .containsOnly(entry("sql", 1));
    }

    @Test
    void aMutationAndWhatItLeadsTo() {
        var added = run("""
            mutation {
              addPost(input: {authorId: 1, title: "Batches"}) {
                title author { fullName posts(last: 2) { title } } comments { text }
              }
            }
            """);
        assertThat(added.errors()).isEmpty();
        // the author is looked up before the insert, and loaded again after it; then the author's posts
        assertThat(CALLS.counted()).containsOnly(entry("grpc", 2), entry("sql", 2), entry("http", 1));
    }

    @Test
    void twoMutationsAndWhatTheyLeadTo() {
        var added = run("""
            mutation {
              first: addComment(input: {postId: 7, authorId: 1, text: "First."}) { post { comments(last: 2) { text } } }
              then: addComment(input: {postId: 7, authorId: 2, text: "Second."}) { post { comments(last: 2) { text } } }
            }
            """);
        assertThat(added.errors()).isEmpty();
        assertThat(added.toString())
                .contains("\"first\":{\"post\":{\"comments\":[{\"text\":\"First.\"},")
                .contains("\"then\":{\"post\":{\"comments\":[{\"text\":\"Second.\"},{\"text\":\"First.\"}]}}");
        // for each: the author, the post; then the POST; then the post of the answer and its comments
        assertThat(CALLS.counted()).containsOnly(entry("grpc", 2), entry("sql", 4), entry("http", 4));
    }

    private static Response run(String document) {
        CALLS.reset();
        return blog.run(document);
    }

    /** What a query without errors costs; the engine's own count, which is what the log shows, is the same. */
    private static Map<String, Integer> callsOf(String query) {
        var response = run(query);
        assertThat(response.errors()).isEmpty();
        assertThat(response.summary().calls()).isEqualTo(CALLS.counted());
        return CALLS.counted();
    }
}
