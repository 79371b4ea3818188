package dev.perigee.execution;

import dev.perigee.json.JsonWriter;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** Keeps writers whose buffers have grown for the next responses. Thread-safe, without locks. */
final class Writers {
    /** A larger buffer is let go: few responses are as long. */
    private static final int MOST_BYTES_KEPT = 4 << 20;

    private static final int FIRST_BYTES = 512;

    private final AtomicReferenceArray<JsonWriter> idle =
            new AtomicReferenceArray<>(2 * Runtime.getRuntime().availableProcessors());
    private final int maxResponseBytes;

    Writers(int maxResponseBytes) {
        this.maxResponseBytes = maxResponseBytes;
    }

    /** An empty writer, of the calling thread until it gives it back. */
    JsonWriter take() {
        JsonWriter kept = idle.getAndSet(slot(), null);
        return kept == null ? new JsonWriter(FIRST_BYTES, maxResponseBytes) : kept;
    }

    void giveBack(JsonWriter writer) {
        writer.rewind(0);
        if (writer.capacity() <= MOST_BYTES_KEPT) idle.set(slot(), writer);
    }

    private int slot() {
        return (int) (Thread.currentThread().threadId() % idle.length());
    }
}
