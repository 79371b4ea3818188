package dev.perigee.data;

import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * A {@link Root} that does not block: it starts the work and returns at once. The stage is cancelled when the client
 * goes away or the deadline passes.
 */
@FunctionalInterface
public interface AsyncRoot<T> {
    CompletionStage<? extends @Nullable T> resolve(Arguments arguments, Context context) throws Exception;

    /** What the call is counted under in logs and statistics, such as {@code http}. */
    default String source() {
        return "java";
    }
}
