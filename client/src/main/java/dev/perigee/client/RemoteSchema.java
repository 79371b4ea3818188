package dev.perigee.client;

import dev.perigee.client.http.Cancelling;
import dev.perigee.schema.Schema;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The schema of a server, as far as it was fetched. Who asks while it is being fetched waits along. Thread-safe. */
final class RemoteSchema {
    private final SchemaFetch fetch;
    private final @Nullable SchemaCache cache;
    private final Consumer<Schema> listener;
    private @Nullable CompletableFuture<FetchedSchema> underway;
    private volatile @Nullable FetchedSchema known;

    /** @param listener gets each schema that is another than the one before */
    RemoteSchema(SchemaFetch fetch, @Nullable SchemaCache cache, Consumer<Schema> listener) {
        this.fetch = fetch;
        this.cache = cache;
        this.listener = listener;
    }

    /** What is known, or else in the cache, or else at the server. */
    CompletableFuture<Schema> get() {
        FetchedSchema fetched = known;
        if (fetched == null && cache != null) fetched = cached(cache);
        return fetched == null ? refresh() : CompletableFuture.completedFuture(fetched.schema());
    }

    private synchronized @Nullable FetchedSchema cached(SchemaCache cache) {
        if (known == null) {
            FetchedSchema read = cache.read();
            if (read != null) now(read);
        }
        return known;
    }

    /** Asks the server, unless it is being asked already. */
    synchronized CompletableFuture<Schema> refresh() {
        if (underway == null || underway.isDone()) {
            underway = Cancelling.compose(fetch.fetch(known), this::keep);
        }
        return underway.thenApply(FetchedSchema::schema); // cancelled by one, it goes on for the others
    }

    /** Whether a schema was fetched so long ago that it may be another by now. */
    boolean isOlderThan(Duration age) {
        FetchedSchema fetched = known;
        return fetched != null && System.nanoTime() - fetched.fetchedAt() > age.toNanos();
    }

    private CompletableFuture<FetchedSchema> keep(SchemaFetch.Answer answer) {
        now(answer.fetched());
        if (cache != null && answer.body() != null) cache.write(answer.fetched(), answer.body());
        return CompletableFuture.completedFuture(answer.fetched());
    }

    private synchronized void now(FetchedSchema fetched) {
        FetchedSchema before = known;
        known = fetched;
        if (before == null || before.schema() != fetched.schema()) listener.accept(fetched.schema());
    }
}
