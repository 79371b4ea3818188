package dev.perigee.grpc.channel;

import dev.perigee.data.ClientException;
import io.grpc.Metadata;
import io.grpc.Status;
import org.jspecify.annotations.Nullable;

/**
 * Says what a client is told of a call that failed, where the table of {@link StatusCode} is not enough. Called by many
 * threads at once, also those of the transport: it must be quick, and must not block.
 */
@FunctionalInterface
public interface ErrorHook {
    /**
     * @param status with the description and cause as they are, which may name addresses
     * @param trailers empty if the call got no answer; not to be changed
     * @return null for what the table says
     */
    @Nullable ClientException toError(Method method, Status status, Metadata trailers);
}
