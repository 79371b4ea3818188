package dev.perigee.grpc.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.protobuf.Descriptors.Descriptor;
import dev.perigee.json.JsonWriter;

/**
 * Writes {@code google.protobuf.Any} in the form of ProtoJSON: the type, and the message's own fields beside it. Of types
 * that are not known, the bytes.
 */
final class AnyWriter {
    private static final int TYPE_URL = Wire.tag(1, Wire.BYTES);
    private static final int VALUE = Wire.tag(2, Wire.BYTES);
    private static final byte[] TYPE_NAME = "{\"@type\":".getBytes(US_ASCII);
    private static final byte[] VALUE_NAME = ",\"value\":".getBytes(US_ASCII);

    private final ValueWriter values;
    private final JsonWriter out;

    AnyWriter(ValueWriter values) {
        this.values = values;
        this.out = values.out();
    }

    boolean write(byte[] bytes, long span) {
        long url = 0;
        long value = 0;
        FieldCursor cursor = new FieldCursor(bytes, Span.start(span), Span.end(span));
        while (cursor.next()) {
            if (cursor.tag() == TYPE_URL) url = cursor.value();
            else if (cursor.tag() == VALUE) value = cursor.value();
            else cursor.skip();
        }
        if (Span.start(url) == Span.end(url) && Span.start(value) == Span.end(value)) {
            out.raw('{');
            out.raw('}');
            return true;
        }
        out.raw(TYPE_NAME);
        if (!out.writeUtf8(bytes, Span.start(url), Span.end(url))) {
            return values.fail("INVALID_UTF8", "The type of a message is not valid UTF-8.");
        }
        return writeMessage(new String(bytes, Span.start(url), Span.end(url) - Span.start(url), UTF_8), bytes, value);
    }

    private boolean writeMessage(String url, byte[] bytes, long value) {
        Descriptor type = values.formats().type(url);
        if (type == null) {
            out.raw(VALUE_NAME);
            out.writeBase64(bytes, Span.start(value), Span.end(value));
            out.raw('}');
            return true;
        }
        int depth = values.levels().depth();
        try {
            return writeKnown(type, bytes, value);
        } catch (MalformedReply e) {
            // The service itself may have got these bytes from elsewhere: all else of its reply can be good.
            values.levels().leaveTo(depth);
            return values.fail("INVALID_ANY", "A message of type " + type.getFullName() + " is no valid protobuf.");
        }
    }

    private boolean writeKnown(Descriptor type, byte[] bytes, long value) {
        WholeMessage whole = values.formats().whole(type);
        values.levels().enter(Span.start(value)); // its own level: any may be in any, as deep as it likes
        boolean isGood;
        if (whole.hasOwnForm()) {
            out.raw(VALUE_NAME);
            isGood = whole.write(bytes, value, values);
            out.raw('}');
        } else {
            isGood = whole.writeFields(',', bytes, value, values);
        }
        values.levels().leave();
        return isGood;
    }
}
