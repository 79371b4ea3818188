package dev.perigee.sql.graph;

import dev.perigee.data.ClientException;
import java.util.Map;

/** What a client is told about arguments that can't be served. */
final class ClientErrors {
    private ClientErrors() {}

    static ClientException badInput(String message) {
        return new ClientException("BAD_USER_INPUT", message);
    }

    /** @param what is over the limit, with its place: {@code filter.title.in has 2000 values} */
    static ClientException overLimit(String what, String limit, int most) {
        return new ClientException(
                "LIMIT_EXCEEDED",
                what + "; the most is " + most + " (" + limit + ").",
                Map.of("limit", limit, "value", most));
    }
}
