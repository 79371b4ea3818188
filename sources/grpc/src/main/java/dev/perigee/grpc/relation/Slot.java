package dev.perigee.grpc.relation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known of one key, or of one request without a batch. Written by one call at a time. */
final class Slot {
    private @Nullable Object value;
    private @Nullable Throwable failure;

    void set(@Nullable Object found) {
        value = found;
    }

    /** The first of several is kept. */
    void setIfAbsent(@Nullable Object found) {
        if (value == null) value = found;
    }

    /** To the key's list, behind those that it has. */
    @SuppressWarnings("unchecked") // its own list: a key has values of one kind only
    void addAll(List<Object> found) {
        if (value == null) value = new ArrayList<>();
        ((List<Object>) value).addAll(found);
    }

    void fail(Throwable cause) {
        failure = cause;
    }

    @Nullable Object value() {
        return value;
    }

    @Nullable Throwable failure() {
        return failure;
    }
}
