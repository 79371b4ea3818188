package dev.perigee.grpc.pushdown;

import com.google.protobuf.ByteString;
import java.util.Map;

/**
 * A selection as a service takes it. Immutable, so it can be kept for as long as the selection is the same.
 *
 * @param request to be appended to the request's bytes; empty if the request takes none
 * @param metadata to be sent with the call, values by names in lower case; most often none
 */
public record Pushed(ByteString request, Map<String, String> metadata) {
    public Pushed {
        metadata = Map.copyOf(metadata);
    }
}
