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
import dev.perigee.execution.Request;
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

    private final LiveGraph graph;
    private final @Nullable GraphiqlPage page;
    private final boolean explains;
    private final ClassLoader loader = Thread.currentThread().getContextClassLoader();

    /** @param explains whether requests may ask what the sources were asked for */
    GraphqlService(LiveGraph graph, @Nullable GraphiqlPage page, boolean explains) {
        this.graph = graph;
        this.page = page;
        this.explains = explains;
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
        Parameters parameters = RequestReader.fromQuery(context.query());
        return HttpResponse.of(run(context, request.headers(), answer, parameters, BY_GET));
    }

    private HttpResponse post(ServiceRequestContext context, HttpRequest request) {
        Answer answer = negotiate(request.headers());
        JsonRequests.requireJson(request.headers());
        return HttpResponse.of(request.aggregate()
                .thenCompose(body -> JsonRequests.read(body, RequestReader::fromBody))
                .thenCompose(parameters -> run(context, request.headers(), answer, parameters, BY_POST)));
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

    private CompletableFuture<HttpResponse> run(
            ServiceRequestContext context,
            RequestHeaders headers,
            Answer answer,
            Parameters parameters,
            Set<OperationType> allowed) {
        if (parameters.isExplained() && !explains) {
            throw HttpProblem.badRequest(
                    "Explanations are switched off here: leave \"explain\" out of the extensions.");
        }
        context.clearRequestTimeout(); // that was for its arrival; from here on the engine's own holds
        CompletableFuture<Response> running = start(Request.builder(parameters.query())
                .operationName(parameters.operationName())
                .variables(parameters.variables())
                .headers(JsonRequests.callersHeaders(headers))
                .allow(allowed)
                .explain(parameters.isExplained())
                .build());
        ClientGone.cancel(context, running);
        return running.handle((response, failure) -> {
            if (failure != null) throw new CompletionException(ClientGone.reason(context, failure));
            RequestLog.ran(context, response);
            return HttpAnswers.of(response, answer, headers.method());
        });
    }

    /** As from the thread that started the server: much of Java looks for drivers and the like by the thread. */
    private CompletableFuture<Response> start(Request request) {
        GraphVersion version = graph.enter();
        Thread shared = Thread.currentThread();
        ClassLoader before = shared.getContextClassLoader();
        shared.setContextClassLoader(loader);
        try {
            CompletableFuture<Response> running = version.engine().executeAsync(request);
            running.whenComplete((response, failure) -> version.leave());
            return running;
        } catch (RuntimeException | Error e) {
            version.leave();
            throw e;
        } finally {
            shared.setContextClassLoader(before);
        }
    }
}
