package dev.perigee.grpc.wire;

import com.google.protobuf.Descriptors.Descriptor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How values are written. Immutable.
 *
 * @param nonFinite what becomes of {@code NaN} and infinities
 * @param maxDepth how deep messages may be nested, the outermost included; 1 to 1000. A reply that is deeper is refused
 * @param types the message of an {@code Any} by its type's URL, null if it is not known; may be called by any thread
 */
public record WriteOptions(NonFinite nonFinite, int maxDepth, Function<String, @Nullable Descriptor> types) {
    /** What becomes of a {@code float} or {@code double} that JSON has no number for. */
    public enum NonFinite {
        /** Null, with the error {@code NOT_FINITE}. */
        ERROR,
        /** A string as in ProtoJSON: {@code "NaN"}, {@code "Infinity"} or {@code "-Infinity"}. */
        TEXT
    }

    /** As protobuf's own parsers: 100 messages. Types of {@code Any} are not known. */
    public static final WriteOptions DEFAULT = new WriteOptions(NonFinite.ERROR, 100, url -> null);

    /** @throws IllegalArgumentException if the depth is out of range */
    public WriteOptions {
        if (maxDepth < 1 || maxDepth > 1000)
            throw new IllegalArgumentException("maxDepth: " + maxDepth + " (1 to 1000)");
    }
}
