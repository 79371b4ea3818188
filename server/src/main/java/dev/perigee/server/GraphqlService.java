package dev.perigee.server;

import com.linecorp.armeria.common.HttpHeaderNames;
import com.linecorp.armeria.common.HttpMethod;
import com.linecorp.armeria.common.HttpRequest;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.common.RequestHeaders;
import com.linecorp.armeria.common.ResponseHeaders;
import com.linecorp.armeria.server.HttpService;
import com.linecorp.armeria.server.ServiceRequestContext;
import dev.perigee.data.Headers;
import dev.perigee.execution.Response;
import dev.perigee.language.OperationType;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * The endpoint: {@code POST} and {@code GET} requests to the engine, answers to the wire, GraphiQL for browsers.
 *
 * @see <a href="https://http-spec.graphql.org/September2026/">GraphQL over HTTP</a>
 */
final class GraphqlService implements HttpService {
    private static final String ALLOW = "GET, HEAD, POST, OPTIONS";
    private static final Set<OperationType> BY_GET = EnumSet.of(OperationType.QUERY);
    private static final Set<OperationType> BY_POST = EnumSet.of(OperationType.QUERY, OperationType.MUTATION);

    private final GraphRequests requests;
    private final @Nullable GraphiqlPage page;

    GraphqlService(GraphRequests requests, @Nullable GraphiqlPage page) {
        this.requests = requests;
        this.page = page;
    }

    @Override
    public HttpResponse serve(ServiceRequestContext context, HttpRequest request) {
        boolean isRead = request.method() == HttpMethod.GET || request.method() == HttpMethod.HEAD;
        if (page != null && isRead && accepted(request.headers()).choose(true) == Answer.PAGE) return page.page();
        if (request.method() == HttpMethod.OPTIONS) return whatThereIs();
        RequestLog.begin(context);
        if (isRead) return get(context, request);
        if (request.method() == HttpMethod.POST) return post(context, request);
        String message = "Use GET for queries, or POST for any operation.";
        throw new HttpProblem(HttpStatus.METHOD_NOT_ALLOWED, "METHOD_NOT_ALLOWED", message).with("allow", ALLOW);
    }

    private static HttpResponse whatThereIs() {
        return HttpResponse.of(ResponseHeaders.of(HttpStatus.NO_CONTENT, HttpHeaderNames.ALLOW, ALLOW));
    }

    private HttpResponse get(ServiceRequestContext context, HttpRequest request) {
        Answer answer = negotiate(request.headers());
        Headers headers = JsonRequests.callersHeaders(request.headers());
        return HttpResponse.of(requests.callerOf(headers).thenCompose(caller -> {
            Parameters parameters = RequestReader.fromQuery(context.query());
            return run(context, answer, requests.start(parameters, headers, caller, BY_GET));
        }));
    }

    private HttpResponse post(ServiceRequestContext context, HttpRequest request) {
        Answer answer = negotiate(request.headers());
        JsonRequests.requireJson(request.headers());
        Headers headers = JsonRequests.callersHeaders(request.headers());
        return HttpResponse.of(requests.callerOf(headers)
                .thenCompose(caller -> request.aggregate()
                        .thenCompose(body -> JsonRequests.read(body, RequestReader::fromBody))
                        .thenCompose(parameters ->
                                run(context, answer, requests.start(parameters, headers, caller, BY_POST)))));
    }

    private static Answer negotiate(RequestHeaders headers) {
        Answer answer = accepted(headers).choose(false);
        if (answer != null) return answer;
        throw new HttpProblem(
                HttpStatus.NOT_ACCEPTABLE,
                "NOT_ACCEPTABLE",
                "Accept one of application/graphql-response+json and application/json, in UTF-8.");
    }

    private static AcceptedTypes accepted(RequestHeaders headers) {
        return new AcceptedTypes(headers.getAll(HttpHeaderNames.ACCEPT));
    }

    private static CompletableFuture<HttpResponse> run(
            ServiceRequestContext context, Answer answer, CompletableFuture<Response> running) {
        context.clearRequestTimeout(); // that was for its arrival; from here on the engine's own holds
        ClientGone.cancel(context, running);
        return running.handle((response, failure) -> {
            if (failure != null) throw new CompletionException(ClientGone.reason(context, failure));
            RequestLog.ran(context, response);
            return HttpAnswers.of(response, answer, context.method());
        });
    }
}
