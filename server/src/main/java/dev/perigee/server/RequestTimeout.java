package dev.perigee.server;

import dev.perigee.data.Headers;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How long the client waits for its answer, if it says so: what runs longer runs for nobody. */
final class RequestTimeout {
    static final String HEADER = "x-request-timeout";

    private RequestTimeout() {}

    /** @throws HttpProblem if it is there, but no number of milliseconds */
    static @Nullable Duration of(Headers headers) {
        List<String> values = headers.all(HEADER);
        if (values.isEmpty()) return null;
        if (values.size() > 1 || !values.getFirst().matches("[1-9][0-9]{0,8}")) {
            throw HttpProblem.badRequest(
                    "\"" + HEADER + "\" must be one number of milliseconds, from 1 to 999999999, or left out.");
        }
        return Duration.ofMillis(Long.parseLong(values.getFirst()));
    }
}
