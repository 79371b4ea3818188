package dev.perigee.grpc.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import dev.perigee.data.ClientException;
import dev.perigee.json.JsonWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * What a writer has made of a message.
 *
 * @param json empty if null came up to the message
 * @param errors each as {@code CODE path}
 */
record Written(String json, List<String> errors) {
    /** Stands in front of what is written, to see what is taken back. */
    private static final String BEFORE = "[1,";

    static Written of(MessageWriter<String> writer, byte[] bytes) {
        return of(writer, bytes, 0, bytes.length);
    }

    static Written of(MessageWriter<String> writer, byte[] bytes, int from, int to) {
        JsonWriter out = new JsonWriter(16, 1 << 26);
        out.raw(BEFORE.getBytes(UTF_8));
        List<String> errors = new ArrayList<>();
        try {
            boolean isWritten = writer.write(
                    bytes,
                    from,
                    to,
                    key -> true,
                    out,
                    (key, path, cause) -> errors.add(((ClientException) cause).code() + " " + path));
            return new Written(written(out, isWritten), errors);
        } catch (ClientException e) {
            written(out, false);
            throw e;
        }
    }

    private static String written(JsonWriter out, boolean isWritten) {
        String text = new String(out.toByteArray(), UTF_8);
        if (!text.startsWith(BEFORE) || !isWritten && !text.equals(BEFORE)) {
            throw new AssertionError("Not taken back: " + text);
        }
        return text.substring(BEFORE.length());
    }

    JsonElement tree() {
        return JsonParser.parseString(json);
    }
}
