package dev.perigee.server;

import com.linecorp.armeria.common.AggregatedHttpRequest;
import com.linecorp.armeria.common.ClosedSessionException;
import com.linecorp.armeria.common.HttpHeaderNames;
import com.linecorp.armeria.common.HttpMethod;
import com.linecorp.armeria.common.HttpRequest;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.common.RequestHeaders;
import com.linecorp.armeria.common.ResponseHeaders;
import com.linecorp.armeria.common.logging.RequestLogProperty;
import com.linecorp.armeria.server.HttpService;
import com.linecorp.armeria.server.ServiceRequestContext;
import dev.perigee.data.Headers;
import dev.perigee.execution.Engine;
import dev.perigee.execution.Request;
import dev.perigee.execution.Response;
import dev.perigee.language.OperationType;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.util.AsciiString;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * The endpoint: {@code POST} and {@code GET} requests to the engine, answers to the wire, GraphiQL for browsers.
 *
 * @see <a href="https://http-spec.graphql.org/September2026/">GraphQL over HTTP</a>
 */
final class GraphqlService implements HttpService {
    /** A body of up to so many bytes is read faster than a thread for it starts. */
    private static final int READ_AT_ONCE = 16 << 10;

    private static final String ALLOW = "GET, HEAD, POST, OPTIONS";
    private static final Set<OperationType> BY_GET = EnumSet.of(OperationType.QUERY);
    private static final Set<OperationType> BY_POST = EnumSet.of(OperationType.QUERY, OperationType.MUTATION);

    private final Engine engine;
    private final @Nullable GraphiqlPage page;
    private final boolean explains;
    private final ClassLoader loader = Thread.currentThread().getContextClassLoader();

    /** @param explains whether requests may ask what the sources were asked for */
    GraphqlService(Engine engine, @Nullable GraphiqlPage page, boolean explains) {
        this.engine = engine;
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
        requireJson(request.headers());
        return HttpResponse.of(request.aggregate()
                .thenCompose(GraphqlService::read)
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

    /** Nothing else, as browsers send JSON to another site only if that site agrees: this keeps forged requests out. */
    private static void requireJson(RequestHeaders headers) {
        List<String> types = headers.getAll(HttpHeaderNames.CONTENT_TYPE);
        MediaRange type = types.size() == 1 ? MediaRange.parse(types.getFirst()) : null;
        if (type == null
                || !type.type().equals("application")
                || !type.subtype().equals("json")
                || !type.isUtf8()) {
            throw HttpProblem.unsupportedMediaType("Send the request as application/json, in UTF-8.")
                    .with("accept", "application/json");
        }
        String encoding = headers.get(HttpHeaderNames.CONTENT_ENCODING, "identity");
        if (!encoding.equalsIgnoreCase("identity")) {
            throw HttpProblem.unsupportedMediaType("Send the request without a content encoding.")
                    .with("accept-encoding", "identity");
        }
    }

    private static CompletableFuture<Parameters> read(AggregatedHttpRequest body) {
        byte[] json = body.content().array();
        return json.length <= READ_AT_ONCE
                ? CompletableFuture.completedFuture(RequestReader.fromBody(json))
                : CompletableFuture.supplyAsync(() -> RequestReader.fromBody(json), Thread::startVirtualThread);
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
                .headers(callersHeaders(headers))
                .allow(allowed)
                .explain(parameters.isExplained())
                .build());
        cancelWithClient(context, running);
        return running.handle((response, failure) -> {
            if (failure != null) throw new CompletionException(whyNot(context, failure));
            RequestLog.ran(context, response);
            return HttpAnswers.of(response, answer, headers.method());
        });
    }

    /** As from the thread that started the server: much of Java looks for drivers and the like by the thread. */
    private CompletableFuture<Response> start(Request request) {
        Thread shared = Thread.currentThread();
        ClassLoader before = shared.getContextClassLoader();
        shared.setContextClassLoader(loader);
        try {
            return engine.executeAsync(request);
        } finally {
            shared.setContextClassLoader(before);
        }
    }

    /** Cancels a run when nobody waits for it any more: the stream, the connection or the server ends. */
    private static void cancelWithClient(ServiceRequestContext context, CompletableFuture<Response> running) {
        // Off the thread that all requests share: what cancels a statement or a call may take its time.
        Runnable cancel = () -> Thread.startVirtualThread(() -> running.cancel(true));
        context.whenRequestCancelling().thenRun(cancel);
        // Of a connection of HTTP/1.1 that was closed, Armeria tells a second later.
        Channel connection =
                context.log().ensureAvailable(RequestLogProperty.SESSION).channel();
        if (connection == null) return;
        ChannelFutureListener closed = connectionClosed -> cancel.run();
        connection.closeFuture().addListener(closed);
        running.whenComplete((response, failure) -> connection.closeFuture().removeListener(closed));
    }

    /** The engine only knows that it was cancelled. */
    private static Throwable whyNot(ServiceRequestContext context, Throwable failure) {
        if (!(failure instanceof CancellationException)) return failure;
        Throwable cancelled = context.cancellationCause();
        return cancelled == null ? ClosedSessionException.get() : cancelled;
    }

    private static Headers callersHeaders(RequestHeaders headers) {
        Map<String, List<String>> values = new HashMap<>();
        for (AsciiString name : headers.names()) {
            if (name.charAt(0) != ':') values.put(name.toString(), headers.getAll(name)); // not those of HTTP/2 itself
        }
        return Headers.of(values);
    }
}
