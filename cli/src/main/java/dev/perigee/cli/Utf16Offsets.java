package dev.perigee.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.perigee.language.Location;
import dev.perigee.language.Source;

/** Offsets in UTF-16 code units, which JavaScript counts, for offsets in bytes. */
final class Utf16Offsets {
    private final int[] offsets; // by byte

    Utf16Offsets(Source source) {
        byte[] bytes = source.bytes();
        offsets = new int[bytes.length + 1];
        int offset = 0;
        for (int i = 0; i < bytes.length; i++) {
            offsets[i] = offset;
            offset += unitsOf(bytes[i]);
        }
        offsets[bytes.length] = offset;
    }

    /** Gives a node of JSON its place as graphql-js writes it. */
    void locate(ObjectNode node, Location location) {
        node.putObject("loc").put("start", offsets[location.start()]).put("end", offsets[location.end()]);
    }

    /** Units that a byte opens: none in the middle of a character, two for a character of four bytes. */
    private static int unitsOf(byte b) {
        if ((b & 0xC0) == 0x80) return 0;
        return (b & 0xF8) == 0xF0 ? 2 : 1;
    }
}
