package dev.perigee.client.stream;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A message of {@code graphql-transport-ws}, in either direction.
 *
 * @param payload JSON as it came; null where there is none
 */
record Message(String type, @Nullable String id, @Nullable String payload) {
    private static final JsonFactory JSON = new JsonFactory();

    /** @throws IOException if it is none; the message says why */
    static Message read(String text) throws IOException {
        String type = null;
        String id = null;
        String payload = null;
        try (JsonParser json = JSON.createParser(text)) {
            if (json.nextToken() != JsonToken.START_OBJECT) throw new IOException("it is no JSON object");
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                json.nextToken();
                switch (name) {
                    case "type" -> type = string(json, name);
                    case "id" -> id = string(json, name);
                    case "payload" -> payload = structure(json, text);
                    default -> json.skipChildren();
                }
            }
            if (json.nextToken() != null) throw new IOException("there is more than one JSON object");
        } catch (JsonProcessingException e) {
            throw new IOException(e.getOriginalMessage(), e);
        }
        if (type == null) throw new IOException("it has no type");
        return new Message(type, id, payload);
    }

    private static String string(JsonParser json, String name) throws IOException {
        if (json.currentToken() != JsonToken.VALUE_STRING) throw new IOException("its " + name + " is no string");
        return json.getText();
    }

    /** The text of an object or array: it is read once more by whoever knows what it is. Null for anything else. */
    private static @Nullable String structure(JsonParser json, String text) throws IOException {
        if (!json.currentToken().isStructStart()) return null;
        int start = (int) json.currentTokenLocation().getCharOffset();
        json.skipChildren();
        return text.substring(start, (int) json.currentLocation().getCharOffset());
    }

    /** @param id null for those that are of no operation */
    static String write(String type, @Nullable String id, @Nullable String payload) {
        return "{\"type\":\"" + type + "\""
                + (id == null ? "" : ",\"id\":\"" + id + "\"")
                + (payload == null ? "" : ",\"payload\":" + payload)
                + "}";
    }

    String requiredPayload() throws IOException {
        if (payload == null) throw new IOException("it has no payload");
        return payload;
    }
}
