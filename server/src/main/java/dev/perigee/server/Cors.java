package dev.perigee.server;

import com.linecorp.armeria.common.HttpMethod;
import com.linecorp.armeria.server.HttpService;
import com.linecorp.armeria.server.cors.CorsService;
import com.linecorp.armeria.server.cors.CorsServiceBuilder;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Which pages of other sites may use the graph from a browser. Immutable.
 *
 * @param origins such as {@code https://app.example.com}, with the port where it is not the usual one; or only {@code *}
 *     for all
 * @param isWithCredentials whether cookies and the like may come along; not together with {@code *}
 * @param maxAge how long browsers may remember the answer
 * @see <a href="https://fetch.spec.whatwg.org/#http-cors-protocol">CORS protocol</a>
 */
public record Cors(List<String> origins, boolean isWithCredentials, Duration maxAge) {
    private static final Pattern ORIGIN = Pattern.compile("https?://[^/?#@\\s]+");

    /** @throws IllegalArgumentException if an origin is none, or any site could read what is its visitors' own */
    public Cors {
        origins = List.copyOf(origins);
        if (origins.isEmpty()) throw new IllegalArgumentException("origins: none (at least one)");
        if (origins.contains("*") && origins.size() > 1) {
            throw new IllegalArgumentException("origins: * and others (* is all)");
        }
        for (String origin : origins) {
            if (origin.equals("*") || ORIGIN.matcher(origin).matches()) continue;
            throw new IllegalArgumentException(
                    "origins: " + origin + " (such as https://app.example.com, without a path)");
        }
        if (origins.contains("*") && isWithCredentials) {
            throw new IllegalArgumentException("origins: * (name the origins that may send credentials)");
        }
    }

    /** Whether pages of an origin may use the graph. */
    boolean allows(String origin) {
        return origins.contains("*") || origins.stream().anyMatch(origin::equalsIgnoreCase);
    }

    Function<? super HttpService, CorsService> decorator() {
        CorsServiceBuilder cors =
                origins.contains("*") ? CorsService.builderForAnyOrigin() : CorsService.builder(origins);
        if (isWithCredentials) cors.allowCredentials();
        return cors.allowRequestMethods(HttpMethod.GET, HttpMethod.POST)
                .allowAllRequestHeaders(true)
                .maxAge(maxAge)
                .newDecorator();
    }
}
