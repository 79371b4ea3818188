package dev.perigee.server;

import com.linecorp.armeria.common.HttpMethod;
import com.linecorp.armeria.common.HttpRequest;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.common.RequestHeaders;
import com.linecorp.armeria.common.util.Exceptions;
import com.linecorp.armeria.server.HttpService;
import com.linecorp.armeria.server.ServiceRequestContext;
import dev.perigee.data.ClientException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** {@code POST /rpc/<Method>} with a JSON object, answered with one, or with errors in the form of a request error. */
final class RpcService implements HttpService {
    static final String PREFIX = "/rpc/";

    private final LiveGraph graph;
    private final ClassLoader loader = Thread.currentThread().getContextClassLoader();

    private record Call(String method, Map<String, @Nullable Object> message) {}

    RpcService(LiveGraph graph) {
        this.graph = graph;
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
        return HttpResponse.of(request.aggregate()
                .thenCompose(body -> JsonRequests.read(body, json -> new Call(method, RequestReader.object(json))))
                .thenCompose(call -> run(call, context, request.headers())));
    }

    private CompletableFuture<HttpResponse> run(Call call, ServiceRequestContext context, RequestHeaders headers) {
        context.clearRequestTimeout(); // that was for its arrival
        GraphVersion version = graph.enter();
        CompletableFuture<RpcReply> running = start(version, call, headers);
        running.whenComplete((reply, failure) -> version.leave());
        ClientGone.cancel(context, running);
        return running.handle((reply, failure) -> {
            return failure == null ? HttpAnswers.of(reply) : failed(context, failure);
        });
    }

    private CompletableFuture<RpcReply> start(GraphVersion version, Call call, RequestHeaders headers) {
        Rpc rpc = version.rpc();
        if (rpc == null) {
            String problem = "There are no direct calls here any more.";
            return CompletableFuture.failedFuture(new HttpProblem(HttpStatus.NOT_FOUND, "NOT_FOUND", problem));
        }
        Thread shared = Thread.currentThread();
        ClassLoader before = shared.getContextClassLoader();
        shared.setContextClassLoader(loader);
        try {
            return rpc.call(call.method(), call.message(), JsonRequests.callersHeaders(headers));
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
