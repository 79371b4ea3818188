package dev.perigee.grpc.wire;

import com.google.protobuf.Descriptors.Descriptor;
import dev.perigee.data.ClientException;
import dev.perigee.json.JsonWriter;

/**
 * Writes messages of one type with all their fields, as ProtoJSON has them. Immutable and safe for all threads.
 *
 * @see <a href="https://protobuf.dev/programming-guides/json/">ProtoJSON</a>
 */
public final class WholeMessageWriter {
    private final Formats formats;
    private final WholeMessage whole;

    private WholeMessageWriter(Formats formats, WholeMessage whole) {
        this.formats = formats;
        this.whole = whole;
    }

    public static WholeMessageWriter of(Descriptor type, WriteOptions options) {
        Formats formats = new Formats(options);
        return new WholeMessageWriter(formats, formats.whole(type));
    }

    /**
     * @throws ClientException with the code {@code MALFORMED_REPLY} if the bytes are no valid message, or too deep, or that
     *     of the first value that can't be written
     */
    public void write(byte[] message, JsonWriter out) {
        ValueWriter values = new ValueWriter(out, new Levels(formats.options().maxDepth()), formats);
        if (!whole.write(message, Span.of(0, message.length), values)) throw values.problem();
    }
}
