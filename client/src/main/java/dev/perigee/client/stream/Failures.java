package dev.perigee.client.stream;

import dev.perigee.client.GraphqlException;
import dev.perigee.client.TransportException;
import dev.perigee.client.http.Address;
import dev.perigee.client.http.Cancelling;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpResponse;
import java.net.http.WebSocketHandshakeException;
import java.nio.channels.UnresolvedAddressException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
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

    /** A server closes a WebSocket, by which something may have been subscribed or not. */
    TransportException closed(int code, String reason, boolean mayHaveRun) {
        String meaning = CloseCode.meaning(code);
        String why = reason.isBlank() || reason.equalsIgnoreCase(meaning) ? "" : ": " + Text.shown(reason, 200);
        return of(
                "The server closed the connection with " + code + (meaning.isEmpty() ? "" : " (" + meaning + ")") + why,
                code,
                mayHaveRun,
                null);
    }

    /** Nothing of an operation was sent. */
    GraphqlException notOpened(Throwable failure) {
        Throwable cause = Cancelling.reason(failure);
        return switch (cause) {
            case GraphqlException known -> known;
            case WebSocketHandshakeException e when e.getResponse() != null -> noWebSocket(e, e.getResponse());
            case ProtocolException e -> violation(e, false);
            case HttpConnectTimeoutException e -> of("No connection in time", 0, false, e);
            case ConnectException e
            when e.getCause() instanceof UnresolvedAddressException -> of("There is no such host", 0, false, e);
            case ConnectException e -> of("Can't connect" + said(e), 0, false, e);
            default -> of("No connection" + said(cause), 0, false, cause);
        };
    }

    private TransportException noWebSocket(WebSocketHandshakeException e, HttpResponse<?> answer) {
        int status = answer.statusCode();
        if (status != SWITCHING)
            return of("No WebSocket: the server answered the handshake with status " + status, status, false, e);
        List<String> chosen = answer.headers().allValues("sec-websocket-protocol");
        if (!chosen.equals(List.of(Connection.SUBPROTOCOL))) return noSubprotocol();
        String what = "No WebSocket: the server's handshake is none" + said(e);
        return of(what, CloseCode.BAD_RESPONSE, false, e);
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

    /** What a server says is neither HTTP nor WebSocket. */
    private TransportException violation(ProtocolException strange, boolean mayHaveRun) {
        return of("The server broke the protocol" + said(strange), CloseCode.BAD_RESPONSE, mayHaveRun, strange);
    }

    /** There was a connection, and something may have been sent by it. */
    TransportException lost(Throwable failure) {
        if (failure instanceof ProtocolException strange) return violation(strange, true);
        return of("The connection was lost" + said(failure), 0, true, failure);
    }

    /** What it says, or its cause if it says nothing. */
    private static String said(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .map(Throwable::getMessage)
                .filter(Objects::nonNull)
                .findFirst()
                .map(message -> ": " + Text.shown(message, 200))
                .orElse("");
    }
}
