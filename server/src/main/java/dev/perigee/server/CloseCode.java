package dev.perigee.server;

import com.linecorp.armeria.common.websocket.WebSocketCloseStatus;

/**
 * Why the server closes a WebSocket.
 *
 * @see <a href="https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md">GraphQL over WebSocket Protocol</a>
 */
enum CloseCode {
    GOING_AWAY(1001),
    /** A rule of the server, and none of the protocol. */
    POLICY(1008),
    TOO_BIG(1009),
    BAD_REQUEST(4400),
    /** An operation before {@code connection_ack}. */
    UNAUTHORIZED(4401),
    /** Credentials that are not accepted, or not any more. */
    FORBIDDEN(4403),
    INIT_TIMEOUT(4408),
    DUPLICATE_ID(4409),
    TOO_MANY_INITS(4429),
    INTERNAL_ERROR(4500);

    private final int code;

    CloseCode(int code) {
        this.code = code;
    }

    WebSocketCloseStatus status() {
        return code < 4000 ? WebSocketCloseStatus.valueOf(code) : WebSocketCloseStatus.ofPrivateUse(code, name());
    }
}
