package dev.perigee.server;

import com.linecorp.armeria.common.HttpData;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.common.ResponseHeadersBuilder;
import com.linecorp.armeria.server.ServiceRequestContext;
import dev.perigee.data.Caller;
import dev.perigee.data.Headers;
import dev.perigee.execution.Request;
import dev.perigee.execution.Response;
import dev.perigee.language.OperationType;
import io.netty.buffer.Unpooled;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * Requests that came as one: run at the same time, answered in their order with an array of their responses. The status is
 * 200 whatever became of them, and the log has a line for each. For one batch.
 */
final class Batch {
    private static final Set<OperationType> ALLOWED = EnumSet.of(OperationType.QUERY, OperationType.MUTATION);

    private final GraphRequests requests;
    private final ServiceRequestContext context;
    private final @Nullable Caller caller;

    /** One of the answers. */
    private record Part(byte[] json, @Nullable Response response) {}

    Batch(GraphRequests requests, ServiceRequestContext context, @Nullable Caller caller) {
        this.requests = requests;
        this.context = context;
        this.caller = caller;
    }

    CompletableFuture<HttpResponse> run(List<Parameters> batch, Headers headers, Answer answer) {
        RequestLog.leave(context);
        List<CompletableFuture<Part>> parts =
                batch.stream().map(parameters -> start(parameters, headers)).toList();
        CompletableFuture<Void> all = CompletableFuture.allOf(parts.toArray(CompletableFuture[]::new));
        ClientGone.cancel(context, all);
        return all.handle((nothing, failure) -> {
            if (failure == null)
                return answer(parts.stream().map(CompletableFuture::resultNow).toList(), answer);
            parts.forEach(part -> part.cancel(true));
            throw new CompletionException(ClientGone.reason(context, failure));
        });
    }

    private CompletableFuture<Part> start(Parameters parameters, Headers headers) {
        Request request;
        try {
            request = requests.request(parameters, headers, caller, ALLOWED);
        } catch (HttpProblem e) {
            byte[] error = HttpAnswers.error(e.code(), e.message());
            return CompletableFuture.completedFuture(new Part(error, null));
        }
        OperationLog log = new OperationLog(caller, request.document());
        CompletableFuture<Response> running = requests.start(request);
        CompletableFuture<Part> part = running.thenApply(response -> {
            log.add(response);
            log.answered();
            return new Part(response.bytes(), response);
        });
        part.whenComplete((done, failure) -> running.cancel(true));
        return part;
    }

    private static HttpResponse answer(List<Part> parts, Answer answer) {
        ResponseHeadersBuilder headers = HttpAnswers.headers(HttpStatus.OK, answer.mediaType);
        List<byte[]> json = new ArrayList<>();
        long bytes = 0;
        for (Part part : parts) {
            json.add(new byte[] {(byte) (json.isEmpty() ? '[' : ',')});
            json.add(part.json);
            bytes += part.json.length + 1;
            if (part.response != null) part.response.headers().forEach(headers::add);
        }
        json.add(new byte[] {']'});
        if (bytes >= Integer.MAX_VALUE) throw HttpProblem.limitExceeded("The responses are longer than one may be.");
        return HttpResponse.of(headers.build(), HttpData.wrap(Unpooled.wrappedBuffer(json.toArray(byte[][]::new))));
    }
}
