package dev.perigee.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.perigee.language.Location;
import dev.perigee.language.Source;
import java.io.IOException;

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

    /** Writes a place as graphql-js does, into the object of its node. */
    void write(Location location, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("loc");
        json.writeNumberField("start", offsets[location.start()]);
        json.writeNumberField("end", offsets[location.end()]);
        json.writeEndObject();
    }

    /** Units that a byte opens: none in the middle of a character, two for a character of four bytes. */
    private static int unitsOf(byte b) {
        if ((b & 0xC0) == 0x80) return 0;
        return (b & 0xF8) == 0xF0 ? 2 : 1;
    }
}
