package dev.perigee.execution;

import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Something to wait for. Its outcome is delivered, once, on the thread that runs the request. */
sealed interface Work {
    /** What it counts under in statistics. */
    String source();

    /** How many calls of the source it comes to. */
    default int calls() {
        return 1;
    }

    /** Takes what {@link Blocking#perform} or {@link Async#start} gave. */
    void succeed(@Nullable Object result);

    /** Takes what they threw, or why the request ended before. */
    void fail(Throwable cause);

    /** Work that may block: done on a virtual thread, or by the thread that runs the request if there is nothing else. */
    non-sealed interface Blocking extends Work {
        @Nullable Object perform() throws Exception;
    }

    /** Work that is begun, and ends by itself. */
    non-sealed interface Async extends Work {
        CompletionStage<? extends @Nullable Object> start() throws Exception;
    }
}
