package dev.perigee.data;

import org.jspecify.annotations.Nullable;

/**
 * The quick form of a field: one function for each parent. What it returns may be the value itself, a
 * {@link java.util.function.Supplier} (lazy: it may block, and runs on a virtual thread) or a
 * {@link java.util.concurrent.CompletionStage} (asynchronous). For a field of Subscription it returns a
 * {@link java.util.concurrent.Flow.Publisher}. Shared by all requests.
 */
@FunctionalInterface
public interface FieldFunction {
    /** @param root the value of the object that the field belongs to; for a root field, the request's root value */
    @Nullable
    Object resolve(@Nullable Object root, Arguments arguments, Context context, FieldInfo info) throws Exception;
}
