package dev.perigee.server;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.linecorp.armeria.common.websocket.WebSocketFrame;
import dev.perigee.execution.ResponseError;
import dev.perigee.json.JsonWriter;
import io.netty.buffer.Unpooled;
import java.util.List;

/** What the server says over WebSocket, as frames of text. */
final class ServerMessage {
    private static final byte[] END = {'}'};

    private ServerMessage() {}

    static WebSocketFrame ack() {
        return plain("connection_ack");
    }

    static WebSocketFrame ping() {
        return plain("ping");
    }

    static WebSocketFrame pong() {
        return plain("pong");
    }

    /** @param response as it is, not copied */
    static WebSocketFrame next(String id, byte[] response) {
        JsonWriter head = start(id, "next");
        head.raw(",\"payload\":".getBytes(US_ASCII));
        return WebSocketFrame.ofPooledText(Unpooled.wrappedBuffer(head.toByteArray(), response, END));
    }

    static WebSocketFrame error(String id, List<ResponseError> errors) {
        JsonWriter message = start(id, "error");
        message.raw(",\"payload\":[".getBytes(US_ASCII));
        for (int i = 0; i < errors.size(); i++) {
            if (i > 0) message.raw(',');
            errors.get(i).write(message);
        }
        message.raw(']');
        return end(message);
    }

    static WebSocketFrame complete(String id) {
        return end(start(id, "complete"));
    }

    private static JsonWriter start(String id, String type) {
        JsonWriter message = new JsonWriter();
        message.raw("{\"id\":".getBytes(US_ASCII));
        message.writeString(id);
        message.raw((",\"type\":\"" + type + "\"").getBytes(US_ASCII));
        return message;
    }

    private static WebSocketFrame end(JsonWriter message) {
        message.raw('}');
        return WebSocketFrame.ofText(message.toByteArray());
    }

    private static WebSocketFrame plain(String type) {
        return WebSocketFrame.ofText("{\"type\":\"" + type + "\"}");
    }
}
