package dev.perigee.client.stream;

/**
 * Why a WebSocket was closed.
 *
 * @see <a href="https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md">GraphQL over WebSocket</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6455#section-7.4.1">RFC 6455, Defined Status Codes</a>
 */
final class CloseCode {
    static final int NORMAL = 1000;
    static final int WITHOUT_A_WORD = 1006;
    static final int BAD_RESPONSE = 4004;
    static final int INTERNAL_CLIENT_ERROR = 4005;
    static final int UNAUTHORIZED = 4401;
    static final int FORBIDDEN = 4403;
    static final int SUBPROTOCOL_NOT_ACCEPTABLE = 4406;
    static final int NO_ACKNOWLEDGEMENT = 4504;

    private CloseCode() {}

    /** What a server means by a code, for a message; empty for one that says nothing to us. */
    static String meaning(int code) {
        return switch (code) {
            case NORMAL -> "normally, with subscriptions open";
            case 1001 -> "it is going away";
            case 1002 -> "protocol error";
            case 1008 -> "against its policy";
            case 1009 -> "message too big";
            case 1011, 4500 -> "internal error";
            case 1012 -> "it restarts";
            case 1013 -> "try again later";
            case 4400 -> "it takes what this client sent for invalid";
            case UNAUTHORIZED -> "unauthorized";
            case FORBIDDEN -> "forbidden: check the credentials";
            case SUBPROTOCOL_NOT_ACCEPTABLE -> "it does not speak graphql-transport-ws";
            case 4408 -> "connection_init came too late";
            case 4409 -> "an id was used twice";
            case 4429 -> "too many connection_init";
            default -> "";
        };
    }

    /** Whether it is about who calls. */
    static boolean isRefusal(int code) {
        return code == UNAUTHORIZED || code == FORBIDDEN;
    }

    /**
     * Whether connecting once more may go better. Zero is a connection that was lost or not had, and there are HTTP's
     * statuses for servers that are busy; what this client has done wrong stays wrong.
     */
    static boolean mayPass(int statusOrCode) {
        return switch (statusOrCode) {
            case 0, 1001, 1011, 1012, 1013, 4408, 4500, NO_ACKNOWLEDGEMENT -> true;
            case 429, 502, 503, 504 -> true;
            default -> false;
        };
    }
}
