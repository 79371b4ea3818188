package dev.perigee.server;

import com.linecorp.armeria.common.AggregatedHttpRequest;
import com.linecorp.armeria.common.HttpHeaderNames;
import com.linecorp.armeria.common.RequestHeaders;
import dev.perigee.data.Headers;
import io.netty.util.AsciiString;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** What all endpoints ask of requests with JSON, and read of them. */
final class JsonRequests {
    /** A body of up to so many bytes is read faster than a thread for it starts. */
    private static final int READ_AT_ONCE = 16 << 10;

    private JsonRequests() {}

    /** Nothing else, as browsers send JSON to another site only if that site agrees: this keeps forged requests out. */
    static void requireJson(RequestHeaders headers) {
        List<String> types = headers.getAll(HttpHeaderNames.CONTENT_TYPE);
        MediaRange type = types.size() == 1 ? MediaRange.parse(types.getFirst()) : null;
        if (type == null
                || !type.type().equals("application")
                || !type.subtype().equals("json")
                || !type.isUtf8()) {
            throw HttpProblem.unsupportedMediaType("Send the request as application/json, in UTF-8.")
                    .with("accept", "application/json");
        }
        String encoding = headers.get(HttpHeaderNames.CONTENT_ENCODING, "identity");
        if (!encoding.equalsIgnoreCase("identity")) {
            throw HttpProblem.unsupportedMediaType("Send the request without a content encoding.")
                    .with("accept-encoding", "identity");
        }
    }

    static <T> CompletableFuture<T> read(AggregatedHttpRequest body, Function<byte[], T> reader) {
        return read(body.content().array(), reader);
    }

    static <T> CompletableFuture<T> read(byte[] json, Function<byte[], T> reader) {
        return json.length <= READ_AT_ONCE
                ? CompletableFuture.completedFuture(json).thenApply(reader)
                : CompletableFuture.supplyAsync(() -> reader.apply(json), Thread::startVirtualThread);
    }

    static Headers callersHeaders(RequestHeaders headers) {
        return Headers.of(values(headers));
    }

    /** By names in lower case. */
    static Map<String, List<String>> values(RequestHeaders headers) {
        Map<String, List<String>> values = new HashMap<>();
        for (AsciiString name : headers.names()) {
            if (name.charAt(0) != ':') values.put(name.toString(), headers.getAll(name)); // not those of HTTP/2 itself
        }
        return values;
    }
}
