package dev.perigee.examples.blog.posts;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.perigee.data.Context;
import dev.perigee.data.Headers;
import dev.perigee.examples.blog.paging.Latest;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class PostDatabaseTest {
    private final DataSource source = PostDatabase.inMemory();
    private final PostDatabase database = new PostDatabase(source);

    @BeforeEach
    void start() throws Exception {
        database.start();
    }

    @AfterEach
    void stop() {
        database.close();
    }

    @Test
    void theNewestOfEachAuthorWithoutReadingTheTable() throws Exception {
        try (var connection = source.getConnection();
                var explain = connection.prepareStatement("explain analyze " + LatestPostsByAuthor.NEWEST_OF_EACH)) {
            explain.setArray(1, connection.createArrayOf("bigint", new Long[] {1L, 2L, 3L}));
            explain.setInt(2, 5);
            try (var plan = explain.executeQuery()) {
                plan.next();
                assertThat(plan.getString(1)).contains("PUBLIC.POST_OF_AUTHOR").doesNotContain("tableScan");
            }
        }
    }

    @Test
    void eachKeyTakesItsPart() throws Exception {
        var found = new LatestPostsByAuthor(database)
                .load(Set.of(new Latest(1, 2), new Latest(1, 5), new Latest(999, 5)), new Cancellable());
        assertThat(found.get(new Latest(1, 2))).hasSize(2).isSubsetOf(found.get(new Latest(1, 5)));
        assertThat(found.get(new Latest(1, 5)))
                .hasSize(5)
                .allMatch(post -> post.authorId() == 1)
                .isSortedAccordingTo((one, other) -> Long.compare(other.id(), one.id()));
        assertThat(found.get(new Latest(999, 5))).isEmpty();
    }

    @Test
    @Timeout(30)
    void aStatementEndsWhenNobodyWaitsForIt() throws Exception {
        var context = new Cancellable();
        var endless = "select * from system_range(1, 1000000000000) where mod(x, 2) = 2";
        var failure = CompletableFuture.supplyAsync(
                () -> catchThrowable(() -> database.query(endless, context)).getMessage(),
                task -> Thread.ofVirtual().start(task));
        var cancel = context.action.get(10, SECONDS);
        while (!failure.isDone()) { // until the statement runs, there is nothing to cancel
            cancel.run();
            Thread.sleep(10);
        }
        assertThat(failure.get(10, SECONDS)).contains("canceled");
    }

    /** The context of a request whose client can go away. */
    private static final class Cancellable implements Context {
        final CompletableFuture<Runnable> action = new CompletableFuture<>();

        @Override
        public Registration onCancel(Runnable action) {
            this.action.complete(action);
            return () -> {};
        }

        @Override
        public Headers headers() {
            return Headers.NONE;
        }

        @Override
        public <T> T value(Class<T> type) {
            throw new IllegalStateException("No values");
        }

        @Override
        public String operationName() {
            return null;
        }

        @Override
        public Duration remaining() {
            return Duration.ofSeconds(10);
        }

        @Override
        public boolean isCancelled() {
            return false;
        }
    }
}
