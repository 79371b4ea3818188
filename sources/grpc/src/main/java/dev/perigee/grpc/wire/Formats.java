package dev.perigee.grpc.wire;

import com.google.protobuf.Descriptors.Descriptor;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** How messages are written whole, compiled when they are first met. Safe for all threads. */
final class Formats {
    private final WriteOptions options;
    private final Map<Descriptor, WholeMessage> known = new ConcurrentHashMap<>();

    Formats(WriteOptions options) {
        this.options = options;
    }

    WriteOptions options() {
        return options;
    }

    WholeMessage whole(Descriptor type) {
        return known.computeIfAbsent(type, WholeMessage::of);
    }

    /** The message of an {@code Any}, null if it is not known. */
    @Nullable Descriptor type(String url) {
        return options.types().apply(url);
    }
}
