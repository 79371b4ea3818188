package dev.perigee.graphql;

import dev.perigee.client.GraphqlError;
import dev.perigee.client.GraphqlException;
import dev.perigee.client.InvalidOperationException;
import dev.perigee.client.RequestErrorException;
import dev.perigee.client.TransportException;
import dev.perigee.data.ClientException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What clients are told of a remote's errors. Execution errors keep message and code: their texts are meant for clients.
 * What is wrong between the remote and us is told by code, with a text of ours; the log has the rest.
 */
final class UpstreamErrors {
    private static final System.Logger LOG = System.getLogger(UpstreamErrors.class.getName());

    /** Codes of a refused request that concern the caller, whose headers may have been sent along. */
    private static final Set<String> OF_CALLERS = Set.of("UNAUTHENTICATED", "FORBIDDEN", "RATE_LIMITED");

    private UpstreamErrors() {}

    static ClientException ofExecution(GraphqlError error) {
        String code = error.code();
        return new ClientException(code.isEmpty() ? "UPSTREAM_ERROR" : code, error.message());
    }

    /** @param isLate whether the time of the request is over */
    static ClientException of(GraphqlException failure, String server, boolean isLate) {
        LOG.log(System.Logger.Level.WARNING, server + ": " + onOneLine(String.valueOf(failure.getMessage())));
        return switch (failure) {
            case TransportException transport
            when isLate -> new ClientException("DEADLINE_EXCEEDED", "The server did not answer in time.");
            case TransportException transport when transport.status() / 100 == 2 -> malformed();
            case RequestErrorException refused
            when ofCaller(refused.errors()) != null ->
                new ClientException(String.valueOf(ofCaller(refused.errors())), "The server has refused the request.");
            case RequestErrorException refused -> refused();
            case InvalidOperationException invalid -> refused();
            case GraphqlException other -> new ClientException("UNAVAILABLE", "The server is not available.");
        };
    }

    private static @Nullable String ofCaller(List<GraphqlError> errors) {
        for (GraphqlError error : errors) if (OF_CALLERS.contains(error.code())) return error.code();
        return null;
    }

    private static ClientException refused() {
        return new ClientException("UPSTREAM_REFUSED", "The server has refused the request.");
    }

    static ClientException malformed() {
        return new ClientException("MALFORMED_REPLY", "The server's answer can't be read.");
    }

    private static String onOneLine(String text) {
        String line = text.replaceAll("\\p{Cntrl}+", " ");
        return line.length() > 1_000 ? line.substring(0, 1_000) + "…" : line;
    }
}
