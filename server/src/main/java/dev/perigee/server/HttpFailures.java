package dev.perigee.server;

import com.linecorp.armeria.common.AggregatedHttpResponse;
import com.linecorp.armeria.common.ContentTooLargeException;
import com.linecorp.armeria.common.HttpData;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.common.MediaType;
import com.linecorp.armeria.common.RequestHeaders;
import com.linecorp.armeria.common.ShuttingDownException;
import com.linecorp.armeria.common.stream.ClosedStreamException;
import com.linecorp.armeria.common.util.Exceptions;
import com.linecorp.armeria.server.HttpStatusException;
import com.linecorp.armeria.server.RequestTimeoutException;
import com.linecorp.armeria.server.ServerErrorHandler;
import com.linecorp.armeria.server.ServiceConfig;
import com.linecorp.armeria.server.ServiceRequestContext;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers what fails outside the engine. Of an unexpected exception the client only sees the id that it is logged under.
 */
final class HttpFailures implements ServerErrorHandler {
    private static final Logger LOG = LoggerFactory.getLogger(HttpFailures.class);

    private final long maxRequestBytes;

    HttpFailures(long maxRequestBytes) {
        this.maxRequestBytes = maxRequestBytes;
    }

    @Override
    public HttpResponse onServiceException(ServiceRequestContext context, Throwable cause) {
        HttpProblem problem = problem(Exceptions.peel(cause));
        RequestLog.failed(context, problem);
        return HttpAnswers.of(problem);
    }

    private HttpProblem problem(Throwable cause) {
        return switch (cause) {
            case HttpProblem problem -> problem;
            case AuthenticationException e ->
                new HttpProblem(
                                HttpStatus.valueOf(e.status()),
                                e.status() == 403 ? "FORBIDDEN" : "UNAUTHENTICATED",
                                String.valueOf(e.getMessage()))
                        .with("www-authenticate", e.challenge());
            case AuthenticationUnavailableException e ->
                new HttpProblem(HttpStatus.SERVICE_UNAVAILABLE, "UNAVAILABLE", String.valueOf(e.getMessage()))
                        .with("retry-after", "5");
            case HttpStatusException e when e.getCause() != null -> problem(e.getCause());
            case ContentTooLargeException e ->
                new HttpProblem(
                        HttpStatus.REQUEST_ENTITY_TOO_LARGE,
                        "LIMIT_EXCEEDED",
                        "The request is longer than " + maxRequestBytes + " bytes.");
            case RequestTimeoutException e ->
                new HttpProblem(HttpStatus.REQUEST_TIMEOUT, "REQUEST_TIMEOUT", "The request did not arrive in time.");
            case ShuttingDownException e -> HttpProblem.stopping();
            case ClosedStreamException e -> gone();
            default -> unexpected(cause);
        };
    }

    /** An answer to nobody. */
    private static HttpProblem gone() {
        return new HttpProblem(HttpStatus.CLIENT_CLOSED_REQUEST, "GONE", "The client has gone away.");
    }

    private static HttpProblem unexpected(Throwable cause) {
        String id = UUID.randomUUID().toString();
        LOG.error("Failed to answer a request, {}", id, cause);
        return new HttpProblem(HttpStatus.INTERNAL_SERVER_ERROR, "INTERNAL_ERROR", "Internal error " + id + ".");
    }

    /** What is wrong before there is a request to look at, such as headers that are too long; and unknown paths. */
    @Override
    public AggregatedHttpResponse renderStatus(
            @Nullable ServiceRequestContext context,
            ServiceConfig config,
            @Nullable RequestHeaders headers,
            HttpStatus status,
            @Nullable String description,
            @Nullable Throwable cause) {
        String code = status.reasonPhrase().toUpperCase(Locale.ROOT).replaceAll("[^A-Z]+", "_");
        return AggregatedHttpResponse.of(
                HttpAnswers.headers(status, MediaType.JSON_UTF_8).build(),
                HttpData.wrap(HttpAnswers.error(code, message(status))));
    }

    private String message(HttpStatus status) {
        if (status.equals(HttpStatus.REQUEST_ENTITY_TOO_LARGE)) {
            return "The request is longer than " + maxRequestBytes + " bytes.";
        }
        return status.reasonPhrase() + ".";
    }
}
