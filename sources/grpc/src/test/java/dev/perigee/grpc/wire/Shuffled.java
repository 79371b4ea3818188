package dev.perigee.grpc.wire;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Bytes of a message in another order, with fields twice: what they are is for a parser to say. */
final class Shuffled {
    private Shuffled() {}

    /** As other writers may write it: in any order, and merged from several. */
    static byte[] of(byte[] message, Random random) {
        List<byte[]> fields = new ArrayList<>();
        FieldCursor cursor = new FieldCursor(message, 0, message.length);
        while (cursor.next()) {
            cursor.skip();
            byte[] field = java.util.Arrays.copyOfRange(message, cursor.start(), cursor.end());
            fields.add(random.nextInt(fields.size() + 1), field);
            if (random.nextInt(8) == 0) fields.add(random.nextInt(fields.size() + 1), field);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (byte[] field : fields) bytes.writeBytes(field);
        return bytes.toByteArray();
    }
}
