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
import dev.perigee.data.Caller;
import dev.perigee.data.Headers;
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

    private static final Set<OperationType> ALL = EnumSet.allOf(OperationType.class);
    private static final Set<OperationType> EVENTS_BY_GET = EnumSet.of(OperationType.QUERY, OperationType.SUBSCRIPTION);

    private final GraphRequests requests;
    private final StreamSettings settings;
    private final OpenStreams open;
    private final @Nullable GraphiqlPage page;
    private final int maxBatch;
    private final String cacheControl;
    private final Set<Answer> answers;

    /**
     * @param maxBatch how many requests may come as one; 0 where none may but by itself
     * @param cacheControl of answers to {@code GET} without errors
     */
    GraphqlService(
            GraphRequests requests,
            StreamSettings settings,
            OpenStreams open,
            @Nullable GraphiqlPage page,
            int maxBatch,
            String cacheControl) {
        this.requests = requests;
        this.settings = settings;
        this.open = open;
        this.page = page;
        this.maxBatch = maxBatch;
        this.cacheControl = cacheControl;
        this.answers = EnumSet.of(Answer.GRAPHQL, Answer.JSON);
        if (settings.hasEvents()) answers.add(Answer.EVENTS);
    }

    @Override
    public HttpResponse serve(ServiceRequestContext context, HttpRequest request) {
        boolean isRead = request.method() == HttpMethod.GET || request.method() == HttpMethod.HEAD;
        if (page != null && isRead && wantsPage(request.headers())) return page.page();
        if (request.method() == HttpMethod.OPTIONS) return whatThereIs();
        RequestLog.begin(context);
        if (isRead) return get(context, request);
        if (request.method() == HttpMethod.POST) return post(context, request);
        String message = "Use GET for queries, or POST for any operation.";
        throw new HttpProblem(HttpStatus.METHOD_NOT_ALLOWED, "METHOD_NOT_ALLOWED", message).with("allow", ALLOW);
    }

    private static boolean wantsPage(RequestHeaders headers) {
        return accepted(headers).choose(EnumSet.allOf(Answer.class)) == Answer.PAGE;
    }

    private static HttpResponse whatThereIs() {
        return HttpResponse.of(ResponseHeaders.of(HttpStatus.NO_CONTENT, HttpHeaderNames.ALLOW, ALLOW));
    }

    private HttpResponse get(ServiceRequestContext context, HttpRequest request) {
        Answer answer = negotiate(request.headers());
        Headers headers = JsonRequests.callersHeaders(request.headers());
        return HttpResponse.of(requests.callerOf(headers).thenCompose(caller -> {
            Parameters parameters = RequestReader.fromQuery(context.query());
            return answer(context, answer, new Asked(parameters, headers, caller, BY_GET, EVENTS_BY_GET));
        }));
    }

    private HttpResponse post(ServiceRequestContext context, HttpRequest request) {
        Answer answer = negotiate(request.headers());
        JsonRequests.requireJson(request.headers());
        Headers headers = JsonRequests.callersHeaders(request.headers());
        return HttpResponse.of(requests.callerOf(headers)
                .thenCompose(caller -> request.aggregate()
                        .thenCompose(body -> JsonRequests.read(body, json -> RequestReader.fromBody(json, maxBatch)))
                        .thenCompose(body -> answer(context, answer, body, headers, caller))));
    }

    private CompletableFuture<HttpResponse> answer(
            ServiceRequestContext context, Answer answer, RequestBody body, Headers headers, @Nullable Caller caller) {
        if (body.isBatch()) {
            if (answer == Answer.EVENTS) throw HttpProblem.badRequest("A batch is not answered with events.");
            context.clearRequestTimeout();
            return new Batch(requests, context, caller).run(body.requests(), headers, answer);
        }
        return answer(context, answer, new Asked(body.requests().getFirst(), headers, caller, BY_POST, ALL));
    }

    private Answer negotiate(RequestHeaders headers) {
        Answer answer = accepted(headers).choose(answers);
        if (answer != null) return answer;
        throw new HttpProblem(
                HttpStatus.NOT_ACCEPTABLE,
                "NOT_ACCEPTABLE",
                "Accept one of application/graphql-response+json and application/json, in UTF-8"
                        + (settings.hasEvents() ? ", or text/event-stream." : "."));
    }

    private static AcceptedTypes accepted(RequestHeaders headers) {
        return new AcceptedTypes(headers.getAll(HttpHeaderNames.ACCEPT));
    }

    /** @param events the kinds of operation that may be answered with events */
    private record Asked(
            Parameters parameters,
            Headers headers,
            @Nullable Caller caller,
            Set<OperationType> single,
            Set<OperationType> events) {}

    private CompletableFuture<HttpResponse> answer(ServiceRequestContext context, Answer answer, Asked asked) {
        context.clearRequestTimeout(); // that was for its arrival; from here on the engine's own holds
        if (answer == Answer.EVENTS) return events(context, asked);
        Request request;
        try {
            request = requests.request(asked.parameters, asked.headers, asked.caller, asked.single);
        } catch (HttpProblem e) {
            // Clients from before there was a type of its own look at the error only if the status is 200.
            if (answer != Answer.JSON || !e.code().equals(StoredDocuments.NOT_FOUND)) throw e;
            RequestLog.failed(context, e);
            return CompletableFuture.completedFuture(HttpAnswers.of(e, HttpStatus.OK, answer));
        }
        RequestLog.asks(context, asked.caller, request.document());
        CompletableFuture<Response> running = requests.start(request);
        ClientGone.cancel(context, running);
        return running.handle((response, failure) -> {
                    if (failure != null) throw new CompletionException(ClientGone.reason(context, failure));
                    if (isSubscription(response) && takesEvents(context)) return events(context, asked);
                    RequestLog.ran(context, response);
                    HttpResponse answered =
                            HttpAnswers.of(response, answer, context.request().headers(), cacheControl);
                    return CompletableFuture.completedFuture(answered);
                })
                .thenCompose(answered -> answered);
    }

    /** Only the engine knows what kind of operation it is; such a client gets its responses as they have to be. */
    private boolean takesEvents(ServiceRequestContext context) {
        return settings.hasEvents() && accepted(context.request().headers()).names(Answer.EVENTS);
    }

    private static boolean isSubscription(Response response) {
        return response.isRequestError() && response.summary().operation() == OperationType.SUBSCRIPTION;
    }

    private CompletableFuture<HttpResponse> events(ServiceRequestContext context, Asked asked) {
        Request request = requests.request(asked.parameters, asked.headers, asked.caller, asked.events);
        EventStream stream = new EventStream(context, settings, asked.caller);
        Runnable stop = stream::stop;
        if (!open.add(stop)) throw HttpProblem.tooManyStreams();
        stream.over().whenComplete((how, gone) -> open.remove(stop));
        RequestLog.leave(context);
        return stream.of(requests.deliver(request, asked.caller, stream));
    }
}
