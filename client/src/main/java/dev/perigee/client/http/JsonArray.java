package dev.perigee.client.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An array of objects as JSON, taken apart without reading what is in them. */
final class JsonArray {
    private static final JsonFactory FACTORY = new JsonFactory();

    private JsonArray() {}

    /** The bytes of each object; null if it is no such array, or none in UTF-8. */
    static @Nullable List<byte[]> objects(byte[] json) {
        try (JsonParser parser = FACTORY.createParser(json)) {
            if (parser.nextToken() != JsonToken.START_ARRAY) return null;
            List<byte[]> objects = new ArrayList<>();
            while (parser.nextToken() == JsonToken.START_OBJECT) {
                long start = parser.currentTokenLocation().getByteOffset();
                if (start < 0) return null; // UTF-16 or UTF-32, where the parser knows characters only
                parser.skipChildren();
                long end = parser.currentLocation().getByteOffset();
                objects.add(Arrays.copyOfRange(json, (int) start, (int) end));
            }
            boolean isWhole = parser.currentToken() == JsonToken.END_ARRAY && parser.nextToken() == null;
            return isWhole ? objects : null;
        } catch (IOException e) {
            return null;
        }
    }
}
