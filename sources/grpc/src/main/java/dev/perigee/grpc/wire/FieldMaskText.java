package dev.perigee.grpc.wire;

import dev.perigee.json.JsonWriter;
import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/** Field masks in the form of ProtoJSON: paths in lower camel case, with commas between them. */
final class FieldMaskText {
    private static final int PATH = Wire.tag(1, Wire.BYTES);

    private FieldMaskText() {}

    /** False, with nothing written, if a path can't be told from its form in JSON, or is no valid UTF-8. */
    static boolean write(byte[] bytes, long span, JsonWriter out) {
        byte[] text = text(bytes, span);
        return text != null && out.writeUtf8(text, 0, text.length);
    }

    private static byte @Nullable [] text(byte[] bytes, long span) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        FieldCursor cursor = new FieldCursor(bytes, Span.start(span), Span.end(span));
        while (cursor.next()) {
            if (cursor.tag() != PATH) {
                cursor.skip();
                continue;
            }
            long path = cursor.value();
            if (Span.start(path) == Span.end(path)) continue;
            if (text.size() > 0) text.write(',');
            if (!add(bytes, path, text)) return null;
        }
        return text.toByteArray();
    }

    private static boolean add(byte[] bytes, long path, ByteArrayOutputStream text) {
        int end = Span.end(path);
        for (int at = Span.start(path); at < end; at++) {
            byte letter = bytes[at];
            if (letter >= 'A' && letter <= 'Z') return false;
            if (letter != '_') {
                text.write(letter);
            } else {
                if (++at == end || bytes[at] < 'a' || bytes[at] > 'z') return false;
                text.write(bytes[at] - 'a' + 'A');
            }
        }
        return true;
    }
}
