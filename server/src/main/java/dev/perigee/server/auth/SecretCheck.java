package dev.perigee.server.auth;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Compares secrets on few threads of its own, since each takes tens of milliseconds of a core: however many come, requests
 * to the graph go on. Thread-safe.
 */
final class SecretCheck {
    private static final int MOST_WAITING = 100;

    /** For clients that there are none of, so that time does not tell. */
    private static final SecretHash NOBODYS = SecretHash.of(SecretHash.newSecret());

    private final ThreadPoolExecutor threads;

    SecretCheck() {
        int most = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
        threads = new ThreadPoolExecutor(
                most, most, 10, TimeUnit.SECONDS, new ArrayBlockingQueue<>(MOST_WAITING), work -> {
                    Thread thread = new Thread(work, "perigee-secrets");
                    thread.setDaemon(true);
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
    }

    /** Null if too many wait already. */
    @Nullable CompletableFuture<Boolean> isRight(@Nullable TokenClient client, String secret) {
        try {
            SecretHash hash = client == null ? NOBODYS : client.secret();
            return CompletableFuture.supplyAsync(() -> hash.matches(secret) && client != null, threads);
        } catch (RejectedExecutionException e) {
            return null;
        }
    }
}
