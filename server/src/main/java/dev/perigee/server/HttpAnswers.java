package dev.perigee.server;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.linecorp.armeria.common.HttpData;
import com.linecorp.armeria.common.HttpHeaderNames;
import com.linecorp.armeria.common.HttpMethod;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.common.MediaType;
import com.linecorp.armeria.common.RequestHeaders;
import com.linecorp.armeria.common.ResponseHeaders;
import com.linecorp.armeria.common.ResponseHeadersBuilder;
import dev.perigee.data.ClientException;
import dev.perigee.execution.Response;
import dev.perigee.execution.ResponseError;
import dev.perigee.json.JsonWriter;
import dev.perigee.language.OperationType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What goes onto the wire: status, headers, bytes.
 *
 * @see <a href="https://http-spec.graphql.org/September2026/#sec-Status-Codes">Status Codes</a>
 */
final class HttpAnswers {
    private static final HttpStatus PARTIAL_SUCCESS = new HttpStatus(294, "Partial Success");

    private HttpAnswers() {}

    /** The engine's bytes as they are, not copied. */
    static HttpResponse of(Response response, Answer answer, RequestHeaders request, String cacheControl) {
        if (request.method() == HttpMethod.POST
                || response.isRequestError()
                || !response.errors().isEmpty()) return of(response, answer, request.method());
        EntityTag tag = EntityTag.of(response.bytes());
        boolean isKnown = tag.isKnownTo(request);
        ResponseHeadersBuilder headers = headers(isKnown ? HttpStatus.NOT_MODIFIED : HttpStatus.OK, answer.mediaType)
                .set(HttpHeaderNames.CACHE_CONTROL, cacheControl)
                .set(HttpHeaderNames.ETAG, tag.value())
                .set(HttpHeaderNames.VARY, "accept, authorization, cookie");
        response.headers().forEach(headers::set);
        if (isKnown)
            return HttpResponse.of(
                    headers.removeAndThen(HttpHeaderNames.CONTENT_TYPE).build());
        return HttpResponse.of(headers.build(), HttpData.wrap(response.bytes()));
    }

    static HttpResponse of(Response response, Answer answer, HttpMethod method) {
        HttpStatus status = status(response, answer, method);
        // Where a client takes application/json only, an error still says that it is no intermediary's.
        Answer type = status.isSuccess() ? answer : Answer.GRAPHQL;
        ResponseHeadersBuilder headers = headers(status, type.mediaType);
        response.headers().forEach(headers::set);
        if (status == HttpStatus.METHOD_NOT_ALLOWED) headers.set(HttpHeaderNames.ALLOW, "POST");
        return HttpResponse.of(headers.build(), HttpData.wrap(response.bytes()));
    }

    /** A problem of the endpoint, in the form of a request error. */
    static HttpResponse of(HttpProblem problem) {
        ResponseHeadersBuilder headers = headers(problem.status(), Answer.GRAPHQL.mediaType);
        if (problem.headerName() != null) headers.set(problem.headerName(), problem.headerValue());
        return HttpResponse.of(headers.build(), HttpData.wrap(error(problem.code(), problem.message())));
    }

    /** The same, to a client that takes no other status than this. */
    static HttpResponse of(HttpProblem problem, HttpStatus status, Answer answer) {
        return HttpResponse.of(
                headers(status, answer.mediaType).build(), HttpData.wrap(error(problem.code(), problem.message())));
    }

    /** What a direct call is answered with. */
    static HttpResponse of(RpcReply reply) {
        ResponseHeadersBuilder headers = headers(HttpStatus.OK, MediaType.JSON_UTF_8);
        reply.headers().toMap().forEach(headers::set);
        return HttpResponse.of(headers.build(), HttpData.wrap(reply.json()));
    }

    /** What a source says of a direct call that failed. */
    static HttpResponse of(ClientException failure, HttpStatus status) {
        Map<String, Object> extensions = new LinkedHashMap<>();
        extensions.put("code", failure.code());
        extensions.putAll(failure.extensions());
        byte[] body = error(String.valueOf(failure.getMessage()), extensions);
        return HttpResponse.of(headers(status, MediaType.JSON_UTF_8).build(), HttpData.wrap(body));
    }

    /** Headers of an answer that is meant for its caller, for now, and for nothing but what its type says. */
    static ResponseHeadersBuilder headers(HttpStatus status, MediaType type) {
        return ResponseHeaders.builder(status)
                .contentType(type)
                .set(HttpHeaderNames.CACHE_CONTROL, "no-store")
                .set(HttpHeaderNames.X_CONTENT_TYPE_OPTIONS, "nosniff");
    }

    /** A request error as JSON. */
    static byte[] error(String code, String message) {
        return error(message, Map.of("code", code));
    }

    private static byte[] error(String message, Map<String, Object> extensions) {
        JsonWriter json = new JsonWriter();
        json.raw("{\"errors\":[".getBytes(US_ASCII));
        new ResponseError(message, List.of(), null, extensions).write(json);
        json.raw("]}".getBytes(US_ASCII));
        return json.toByteArray();
    }

    private static HttpStatus status(Response response, Answer answer, HttpMethod method) {
        List<ResponseError> errors = response.errors();
        if (response.isRequestError())
            return statusOfRequestError(errors.getFirst().code(), response, method);
        // 294 is not an official code, and meant for those only who know the type.
        return errors.isEmpty() || answer == Answer.JSON ? HttpStatus.OK : PARTIAL_SUCCESS;
    }

    private static HttpStatus statusOfRequestError(String code, Response response, HttpMethod method) {
        return switch (code) {
            case "SYNTAX_ERROR" -> HttpStatus.BAD_REQUEST;
            case "OPERATION_NOT_ALLOWED" ->
                // A subscription is not allowed by POST either.
                method != HttpMethod.POST && response.summary().operation() == OperationType.MUTATION
                        ? HttpStatus.METHOD_NOT_ALLOWED
                        : HttpStatus.UNPROCESSABLE_ENTITY;
            case "INTERNAL_ERROR" -> HttpStatus.INTERNAL_SERVER_ERROR;
            case "DEADLINE_EXCEEDED" -> HttpStatus.SERVICE_UNAVAILABLE;
            default -> HttpStatus.UNPROCESSABLE_ENTITY;
        };
    }
}
