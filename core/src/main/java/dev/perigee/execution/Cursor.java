package dev.perigee.execution;

import java.util.Iterator;
import java.util.stream.BaseStream;
import org.jspecify.annotations.Nullable;

/** Reads a list that gives its items only in their order, to its end or to where it fails. For one thread. */
final class Cursor implements AutoCloseable {
    private final Object list;
    private @Nullable Iterator<?> iterator;
    private @Nullable Object item;
    private @Nullable Throwable failure;

    private Cursor(Object list) {
        this.list = list;
    }

    static boolean canRead(Object list) {
        return list instanceof Iterable<?> || list instanceof BaseStream<?, ?>;
    }

    /** @param list one that it {@link #canRead} */
    static Cursor of(Object list) {
        return new Cursor(list);
    }

    /** Goes to the next item; false at the end, and where the list fails. */
    boolean advance() {
        try {
            if (iterator == null) iterator = open();
            if (!iterator.hasNext()) return false;
            item = iterator.next();
            return true;
        } catch (RuntimeException | Error e) {
            failure = e;
            return false;
        }
    }

    private Iterator<?> open() {
        return switch (list) {
            case Iterable<?> iterable -> iterable.iterator();
            case BaseStream<?, ?> stream -> stream.iterator();
            default -> throw new IllegalArgumentException("Not a list: " + list.getClass());
        };
    }

    @Nullable Object item() {
        return item;
    }

    /** What the list failed with, null if it has not. */
    @Nullable Throwable failure() {
        return failure;
    }

    /** A stream may have rows behind it. */
    @Override
    public void close() {
        try {
            if (list instanceof BaseStream<?, ?> stream) stream.close();
        } catch (RuntimeException | Error e) {
            failure = e;
        }
    }
}
