package dev.perigee.server;

import com.linecorp.armeria.common.HttpMethod;
import com.linecorp.armeria.common.HttpRequest;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.common.util.Exceptions;
import com.linecorp.armeria.server.HttpService;
import com.linecorp.armeria.server.ServiceRequestContext;
import dev.perigee.data.Caller;
import dev.perigee.data.ClientException;
import dev.perigee.data.Headers;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** {@code POST /rpc/<Method>} with a JSON object, answered with one, or with errors in the form of a request error. */
final class RpcService implements HttpService {
    static final String PREFIX = "/rpc/";

    private final LiveGraph graph;
    private final GraphRequests requests;
    private final ClassLoader loader = Thread.currentThread().getContextClassLoader();

    private record Call(
            String method,
            Map<String, @Nullable Object> message,
            Headers headers,
            @Nullable Caller caller) {}

    /** @param requests who knows who calls */
    RpcService(LiveGraph graph, GraphRequests requests) {
        this.graph = graph;
        this.requests = requests;
    }

    @Override
    public HttpResponse serve(ServiceRequestContext context, HttpRequest request) {
        RequestLog.begin(context);
        if (request.method() != HttpMethod.POST) {
            throw new HttpProblem(HttpStatus.METHOD_NOT_ALLOWED, "METHOD_NOT_ALLOWED", "Use POST to call a method.")
                    .with("allow", "POST");
        }
        JsonRequests.requireJson(request.headers());
        String method = context.decodedMappedPath().substring(1);
        if (method.isEmpty()) throw HttpProblem.badRequest("Name a method, as in " + PREFIX + "GetUser.");
        Headers headers = JsonRequests.callersHeaders(request.headers());
        return HttpResponse.of(requests.callerOf(headers)
                .thenCompose(caller -> request.aggregate()
                        .thenCompose(body -> JsonRequests.read(body, RequestReader::object))
                        .thenCompose(message -> run(new Call(method, message, headers, caller), context))));
    }

    private CompletableFuture<HttpResponse> run(Call call, ServiceRequestContext context) {
        context.clearRequestTimeout(); // that was for its arrival
        GraphVersion version = graph.enter();
        CompletableFuture<RpcReply> running = start(version, call);
        running.whenComplete((reply, failure) -> version.leave());
        ClientGone.cancel(context, running);
        return running.handle((reply, failure) -> {
            return failure == null ? HttpAnswers.of(reply) : failed(context, failure);
        });
    }

    private CompletableFuture<RpcReply> start(GraphVersion version, Call call) {
        Rpc rpc = version.rpc();
        if (rpc == null) {
            String problem = "There are no direct calls here any more.";
            return CompletableFuture.failedFuture(new HttpProblem(HttpStatus.NOT_FOUND, "NOT_FOUND", problem));
        }
        Thread shared = Thread.currentThread();
        ClassLoader before = shared.getContextClassLoader();
        shared.setContextClassLoader(loader);
        try {
            return rpc.call(call.method(), call.message(), call.headers(), call.caller());
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        } finally {
            shared.setContextClassLoader(before);
        }
    }

    private static HttpResponse failed(ServiceRequestContext context, Throwable failure) {
        Throwable cause = Exceptions.peel(failure);
        if (cause instanceof ClientException e) {
            RequestLog.failed(context, e.code());
            return HttpAnswers.of(e, RpcStatus.of(e.code()));
        }
        return Exceptions.throwUnsafely(ClientGone.reason(context, cause));
    }
}
