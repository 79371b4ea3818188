package dev.perigee.grpc.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;

/** Bytes of protobuf made by hand. */
final class Bytes {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /** Bytes in hexadecimal, spaces between them ignored. */
    static byte[] hex(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }

    Bytes varint(int field, long value) {
        number((long) field << 3 | Wire.VARINT);
        number(value);
        return this;
    }

    Bytes text(int field, String text) {
        return bytes(field, text.getBytes(UTF_8));
    }

    Bytes bytes(int field, byte[] content) {
        number((long) field << 3 | Wire.BYTES);
        number(content.length);
        bytes.writeBytes(content);
        return this;
    }

    Bytes group(int field, byte[] content) {
        number((long) field << 3 | Wire.GROUP);
        bytes.writeBytes(content);
        number((long) field << 3 | Wire.GROUP_END);
        return this;
    }

    Bytes raw(byte[] content) {
        bytes.writeBytes(content);
        return this;
    }

    Bytes message(int field, Bytes content) {
        return bytes(field, content.done());
    }

    private void number(long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            bytes.write((int) (rest & 0x7F | 0x80));
            rest >>>= 7;
        }
        bytes.write((int) rest);
    }

    byte[] done() {
        return bytes.toByteArray();
    }
}
