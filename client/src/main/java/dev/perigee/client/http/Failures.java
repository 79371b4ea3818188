package dev.perigee.client.http;

import dev.perigee.client.TransportException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/** Why there is no reply, in words of its own: those of the JDK's client speak of its own workings. */
final class Failures {
    private Failures() {}

    /** @param given how long there was for an answer */
    static RuntimeException of(Throwable failure, Address address, Duration given) {
        Throwable cause = Cancelling.reason(failure);
        return switch (cause) {
            case TransportException known -> known;
            case TimeoutException timeout -> late(address, given);
            case HttpConnectTimeoutException timeout ->
                new TransportException(address + " cannot be reached: connecting took too long.", 0, false, cause);
            case ConnectException refused -> unreachable(address, refused);
            case SSLHandshakeException tls ->
                new TransportException(address + ": no trust by TLS: " + tls.getMessage(), 0, false, cause);
            case SSLException tls ->
                new TransportException(address + ": TLS failed: " + tls.getMessage(), 0, true, cause);
            case IOException broken ->
                new TransportException(
                        address + ": the connection broke off before there was a whole answer" + because(broken),
                        0,
                        true,
                        cause);
            case RuntimeException defect -> defect;
            default -> new TransportException(address + ": " + cause, 0, true, cause);
        };
    }

    /** Nothing is sent any more. */
    static TransportException tooLate(Address address) {
        return new TransportException(
                address + ": the time for the operation was over before it was sent.", 0, false, null);
    }

    static TransportException late(Address address, Duration given) {
        return new TransportException(
                "%s: no whole answer within %s ms.".formatted(address, given.toMillis()), 0, true, null);
    }

    static TransportException silent(Address address, Duration patience) {
        return new TransportException(
                "%s: nothing more of the answer came within %s ms.".formatted(address, patience.toMillis()),
                0,
                true,
                null);
    }

    private static TransportException unreachable(Address address, ConnectException refused) {
        for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnresolvedAddressException) {
                return new TransportException(address + ": there is no host of this name.", 0, false, refused);
            }
        }
        return new TransportException(address + " cannot be reached: no connection.", 0, false, refused);
    }

    private static String because(IOException broken) {
        @Nullable String message = broken.getMessage();
        return message == null ? "." : ": " + message + ".";
    }
}
