package dev.perigee.data;

import org.jspecify.annotations.Nullable;

/**
 * A field of Query or Mutation: a function from arguments and context to the value that resolvers then map. May block;
 * it has a virtual thread to itself where other work goes on at the same time. Shared by all requests, so it must be
 * safe to use from many threads.
 *
 * @param <T> what it gives; {@code null} reads as null
 */
@FunctionalInterface
public interface Root<T> {
    /**
     * The value of the field for one request.
     *
     * @throws ClientException for an error whose message the client may read; the message of any other is masked
     */
    @Nullable T resolve(Arguments arguments, Context context) throws Exception;

    /** What the call is counted under in logs and statistics, such as {@code sql}. */
    default String source() {
        return "java";
    }
}
