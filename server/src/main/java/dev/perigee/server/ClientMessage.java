package dev.perigee.server;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a client says over WebSocket.
 *
 * @see <a href="https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md">GraphQL over WebSocket Protocol</a>
 */
sealed interface ClientMessage {
    /** Each event repeats it, so it must not be long. */
    int LONGEST_ID = 1_000;

    record Init(Map<String, @Nullable Object> payload) implements ClientMessage {}

    record Ping() implements ClientMessage {}

    record Pong() implements ClientMessage {}

    record Subscribe(String id, Parameters operation) implements ClientMessage {}

    record Complete(String id) implements ClientMessage {}

    /** @throws HttpProblem if it is none; its message says why */
    static ClientMessage read(byte[] json) {
        Head head = ClientJson.read("The message", json, ClientMessage::head);
        return switch (head.type) {
            case "connection_init" -> new Init(ClientJson.read("The message", json, ClientMessage::objectPayload));
            case "ping" -> new Ping();
            case "pong" -> new Pong();
            case "subscribe" ->
                new Subscribe(id(head), ClientJson.read("The message", json, ClientMessage::operationPayload));
            case "complete" -> new Complete(id(head));
            case "" -> throw HttpProblem.badRequest("The message has no \"type\".");
            case "start", "stop", "connection_terminate" ->
                throw HttpProblem.badRequest(
                        "\"" + head.type + "\" is of another protocol: speak graphql-transport-ws.");
            default -> throw HttpProblem.badRequest("The message has an unknown \"type\".");
        };
    }

    /** What all messages have: the payload is read when its kind is known, as members have no order. */
    record Head(String type, @Nullable String id) {}

    private static Head head(@Nullable JsonToken first, JsonParser parser) throws IOException {
        if (first != JsonToken.START_OBJECT)
            throw HttpProblem.badRequest("A message is a JSON object, found " + ClientJson.describe(first) + ".");
        String type = "";
        String id = null;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (name.equals("type")) type = text(name, value, parser);
            else if (name.equals("id")) id = text(name, value, parser);
            else parser.skipChildren();
        }
        return new Head(type, id);
    }

    private static String text(String name, JsonToken token, JsonParser parser) throws IOException {
        if (token == JsonToken.VALUE_STRING) return parser.getText();
        throw HttpProblem.badRequest("\"" + name + "\" must be a string, found " + ClientJson.describe(token) + ".");
    }

    private static String id(Head head) {
        if (head.id == null || head.id.isEmpty())
            throw HttpProblem.badRequest("A message of type \"" + head.type + "\" needs an \"id\".");
        if (head.id.length() > LONGEST_ID)
            throw HttpProblem.badRequest("\"id\" is longer than " + LONGEST_ID + " characters.");
        return head.id;
    }

    private static Map<String, @Nullable Object> objectPayload(@Nullable JsonToken first, JsonParser parser)
            throws IOException {
        JsonToken payload = toPayload(parser);
        Map<String, @Nullable Object> object = switch (payload) {
            case START_OBJECT -> ClientJson.object(parser);
            case null -> Map.of();
            case VALUE_NULL -> Map.of();
            default ->
                throw HttpProblem.badRequest(
                        "\"payload\" must be an object, found " + ClientJson.describe(payload) + ".");
        };
        skipRest(payload, parser);
        return object;
    }

    private static Parameters operationPayload(@Nullable JsonToken first, JsonParser parser) throws IOException {
        JsonToken payload = toPayload(parser);
        if (payload == null) throw HttpProblem.badRequest("A message of type \"subscribe\" needs a \"payload\".");
        Parameters operation = RequestReader.request("\"payload\"", payload, parser);
        skipRest(payload, parser);
        return operation;
    }

    /** Null at the end of the message, if there is none. */
    private static @Nullable JsonToken toPayload(JsonParser parser) throws IOException {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            boolean isPayload = parser.currentName().equals("payload");
            JsonToken value = parser.nextToken();
            if (isPayload) return value;
            parser.skipChildren();
        }
        return null;
    }

    private static void skipRest(@Nullable JsonToken payload, JsonParser parser) throws IOException {
        if (payload == null) return;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            parser.nextToken();
            parser.skipChildren();
        }
    }
}
