package dev.perigee.client.stream;

import dev.perigee.client.GraphqlException;
import dev.perigee.client.TransportException;
import java.security.cert.CertificateException;
import java.util.Objects;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/** Which subscriptions that have failed are worth another attempt. */
final class Prospects {
    private Prospects() {}

    /** Whether it may go better once more. */
    static boolean areGood(TransportException failure) {
        int status = failure.status();
        // Once it was let in, this is how servers end a connection whose token is over.
        if (failure.mayHaveRun()) return CloseCode.mayPass(status) || CloseCode.isRefusal(status);
        return CloseCode.mayPass(status) && !isForGood(failure.getCause());
    }

    /** Whether there will never be a connection: it is not the network, but what this client has, or whom it trusts. */
    private static boolean isForGood(@Nullable Throwable cause) {
        return switch (cause) {
            case GraphqlException known -> false;
            case RuntimeException defect -> true;
            case Error defect -> true;
            case SSLHandshakeException tls -> isMistrust(tls);
            case null, default -> false;
        };
    }

    /** A handshake that breaks off on the way has the same class. */
    private static boolean isMistrust(SSLHandshakeException tls) {
        return Stream.iterate(tls.getCause(), Objects::nonNull, Throwable::getCause)
                .anyMatch(CertificateException.class::isInstance);
    }
}
