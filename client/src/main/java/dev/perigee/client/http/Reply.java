package dev.perigee.client.http;

import java.io.InputStream;
import java.net.http.HttpHeaders;
import org.jspecify.annotations.Nullable;

/**
 * What came back, whatever its status. Immutable.
 *
 * @param body not a copy, and not to be changed; empty where there is a stream
 * @param stream the body while it arrives, of a streamed request that went well; to be closed by whoever reads it
 */
public record Reply(
        int status,
        HttpHeaders headers,
        byte[] body,
        @Nullable InputStream stream) {
    /** With the whole body. */
    public Reply(int status, HttpHeaders headers, byte[] body) {
        this(status, headers, body, null);
    }
}
