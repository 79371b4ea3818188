package dev.perigee.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.linecorp.armeria.common.QueryParams;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the parameters of a request: from the body of a {@code POST}, or from the query of a {@code GET}.
 *
 * @see <a href="https://http-spec.graphql.org/September2026/#sec-Request">Request</a>
 */
final class RequestReader {
    private RequestReader() {}

    /**
     * @param maxBatch how many requests may come as one; 0 where none may but by itself
     * @throws HttpProblem if it is not JSON, or not a request
     */
    static RequestBody fromBody(byte[] body, int maxBatch) {
        return ClientJson.read("The body", body, (first, parser) -> body(first, parser, maxBatch));
    }

    /** The body as it is. Empty is an empty object. */
    static Map<String, @Nullable Object> object(byte[] body) {
        if (body.length == 0) return Map.of();
        return ClientJson.read("The body", body, (first, parser) -> {
            if (first == JsonToken.START_OBJECT) return ClientJson.object(parser);
            String found = first == null ? "nothing" : ClientJson.describe(first);
            throw HttpProblem.badRequest("The body must be a JSON object, the request message, found " + found + ".");
        });
    }

    /** @throws HttpProblem if the parameters are not those of a request */
    static Parameters fromQuery(@Nullable String query) {
        // Only & separates parameters: WHATWG, URLSearchParams.
        QueryParams parameters = query == null ? QueryParams.of() : QueryParams.fromQueryString(query, false);
        Parameters read = new Parameters(
                single("query", parameters),
                single("documentId", parameters),
                single("operationName", parameters),
                objectOf("variables", single("variables", parameters)),
                objectOf("extensions", single("extensions", parameters)));
        if (read.haveDocument()) return read;
        throw missingQuery(
                parameters.isEmpty() ? null : parameters.names().iterator().next());
    }

    /** Null if the parameter is absent or empty. */
    private static @Nullable String single(String name, QueryParams parameters) {
        List<String> values = parameters.getAll(name);
        if (values.size() > 1) throw HttpProblem.badRequest("\"" + name + "\" is given more than once.");
        return values.isEmpty() || values.getFirst().isEmpty() ? null : values.getFirst();
    }

    private static Map<String, @Nullable Object> objectOf(String name, @Nullable String json) {
        if (json == null) return Map.of();
        return ClientJson.read(
                "\"" + name + "\"", json.getBytes(UTF_8), (first, parser) -> objectOrNull(name, first, parser));
    }

    private static RequestBody body(@Nullable JsonToken first, JsonParser parser, int maxBatch) throws IOException {
        if (first == null) throw HttpProblem.notJson("The body is empty: send a JSON object with \"query\".");
        if (first == JsonToken.START_ARRAY) return new RequestBody(batch(parser, maxBatch), true);
        return new RequestBody(List.of(request("The body", first, parser)), false);
    }

    private static List<Parameters> batch(JsonParser parser, int maxBatch) throws IOException {
        if (maxBatch == 0) {
            throw HttpProblem.badRequest("Batches are not supported: send each operation as a request of its own.");
        }
        List<Parameters> requests = new ArrayList<>();
        for (JsonToken next = parser.nextToken(); next != JsonToken.END_ARRAY; next = parser.nextToken()) {
            if (requests.size() == maxBatch) {
                throw HttpProblem.limitExceeded("The batch has more than " + maxBatch + " requests.");
            }
            try {
                requests.add(request("It", next, parser));
            } catch (HttpProblem e) {
                throw e.at("Request " + (requests.size() + 1) + " of the batch");
            }
        }
        if (requests.isEmpty()) throw HttpProblem.badRequest("The batch is empty.");
        return requests;
    }

    /** @param what is read, for messages: the start of a sentence */
    static Parameters request(String what, JsonToken first, JsonParser parser) throws IOException {
        if (first != JsonToken.START_OBJECT) {
            throw HttpProblem.badRequest(
                    what + " must be a JSON object with \"query\", found " + ClientJson.describe(first) + ".");
        }
        String query = null;
        String documentId = null;
        String operationName = null;
        Map<String, @Nullable Object> variables = Map.of();
        Map<String, @Nullable Object> extensions = Map.of();
        String unknown = null;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            switch (name) {
                case "query" -> query = textOrNull(name, value, parser);
                case "documentId" -> documentId = textOrNull(name, value, parser);
                case "operationName" -> operationName = textOrNull(name, value, parser);
                case "variables" -> variables = objectOrNull(name, value, parser);
                case "extensions" -> extensions = objectOrNull(name, value, parser);
                default -> {
                    unknown = name; // to be ignored: it may have a meaning one day
                    parser.skipChildren();
                }
            }
        }
        Parameters read = new Parameters(query, documentId, operationName, variables, extensions);
        if (read.haveDocument()) return read;
        throw missingQuery(unknown);
    }

    private static HttpProblem missingQuery(@Nullable String unknown) {
        String found = unknown == null || unknown.length() > 50 ? "" : " (it has \"" + unknown + "\")";
        return HttpProblem.badRequest("The request has no \"query\", the document to run" + found + ".");
    }

    private static @Nullable String textOrNull(String name, JsonToken token, JsonParser parser) throws IOException {
        return switch (token) {
            case VALUE_STRING -> parser.getText();
            case VALUE_NULL -> null;
            default -> throw wrongType(name, "a string", token);
        };
    }

    private static Map<String, @Nullable Object> objectOrNull(String name, @Nullable JsonToken token, JsonParser parser)
            throws IOException {
        return switch (token) {
            case START_OBJECT -> ClientJson.object(parser);
            case VALUE_NULL -> Map.of();
            case null, default -> throw wrongType(name, "an object", token);
        };
    }

    private static HttpProblem wrongType(String name, String expected, @Nullable JsonToken found) {
        return HttpProblem.badRequest(
                "\"%s\" must be %s, found %s.".formatted(name, expected, ClientJson.describe(found)));
    }
}
