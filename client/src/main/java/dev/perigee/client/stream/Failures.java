package dev.perigee.client.stream;

import dev.perigee.client.GraphqlException;
import dev.perigee.client.TransportException;
import dev.perigee.client.http.Address;
import dev.perigee.client.http.Cancelling;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.WebSocketHandshakeException;
import java.nio.channels.UnresolvedAddressException;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/** What has failed at one address, as users are told it. */
record Failures(URI uri) {
    private static final int SWITCHING = 101;

    TransportException of(String what, int statusOrCode, boolean mayHaveRun, @Nullable Throwable cause) {
        return new TransportException(Address.shown(uri) + ": " + what, statusOrCode, mayHaveRun, cause);
    }

    TransportException clientClosed() {
        return of("The client was closed", CloseCode.NORMAL, true, null);
    }

    /** There is a WebSocket, and nobody knows what would be said by it. */
    TransportException noSubprotocol() {
        String what = "The server has opened a WebSocket without the subprotocol " + Connection.SUBPROTOCOL;
        return of(what, CloseCode.SUBPROTOCOL_NOT_ACCEPTABLE, false, null);
    }

    /** A server closes a WebSocket. */
    TransportException closed(int code, String reason) {
        String meaning = CloseCode.meaning(code);
        String why = reason.isBlank() || reason.equalsIgnoreCase(meaning) ? "" : ": " + Text.shown(reason, 200);
        return of(
                "The server closed the connection with " + code + (meaning.isEmpty() ? "" : " (" + meaning + ")") + why,
                code,
                true,
                null);
    }

    /** Nothing of an operation was sent. */
    GraphqlException notOpened(Throwable failure) {
        Throwable cause = Cancelling.reason(failure);
        return switch (cause) {
            case GraphqlException known -> known;
            case WebSocketHandshakeException e
            when e.getResponse() != null -> {
                int status = e.getResponse().statusCode();
                if (status == SWITCHING) yield noSubprotocol();
                yield of("No WebSocket: the server answered the handshake with status " + status, status, false, e);
            }
            case HttpConnectTimeoutException e -> of("No connection in time", 0, false, e);
            case ConnectException e
            when e.getCause() instanceof UnresolvedAddressException -> of("There is no such host", 0, false, e);
            case ConnectException e -> of("Can't connect" + said(e), 0, false, e);
            default -> of("No connection" + said(cause), 0, false, cause);
        };
    }

    /** A request was to be sent, and there is no response. Only what fails before there is a connection has not sent it. */
    GraphqlException unanswered(Throwable failure) {
        Throwable cause = Cancelling.reason(failure);
        return switch (cause) {
            case HttpConnectTimeoutException e -> notOpened(e);
            case ConnectException e -> notOpened(e);
            case SSLHandshakeException e -> notOpened(e);
            default -> lost(cause);
        };
    }

    TransportException lost(Throwable failure) {
        return of("The connection was lost" + said(failure), 0, true, failure);
    }

    private static String said(Throwable failure) {
        String message = failure.getMessage();
        return message == null ? "" : ": " + Text.shown(message, 200);
    }
}
