package dev.perigee.client;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.perigee.client.GraphqlError.Place;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads responses: JSON to maps and lists, and from there to results. */
final class ReplyReader {
    private static final JsonFactory FACTORY = new JsonFactory();

    private ReplyReader() {}

    /** @param status of HTTP, 0 where it came another way */
    static <T> Result<T> result(byte[] body, int status, Operation<T> operation) {
        Map<String, @Nullable Object> response = object(body, status);
        List<GraphqlError> errors = errors(response.get("errors"));
        if (!response.containsKey("data")) {
            if (errors.isEmpty())
                throw new TransportException("No GraphQL in the answer, status " + status, status, true, null);
            throw new RequestErrorException(errors, status);
        }
        Object data = response.get("data");
        T read = data == null ? null : operation.read(Data.of(data, ""));
        return new Result<>(read, errors, objectOrEmpty(response.get("extensions")));
    }

    static Map<String, @Nullable Object> object(byte[] body, int status) {
        try (JsonParser parser = FACTORY.createParser(body)) {
            if (parser.nextToken() == JsonToken.START_OBJECT) return object(parser);
        } catch (IOException e) {
            throw new TransportException("The answer is no JSON, status " + status, status, true, e);
        }
        throw new TransportException("The answer is no JSON object, status " + status, status, true, null);
    }

    private static List<GraphqlError> errors(@Nullable Object errors) {
        if (!(errors instanceof List<?> list)) return List.of();
        return list.stream().map(ReplyReader::error).toList();
    }

    private static GraphqlError error(Object value) {
        Map<String, @Nullable Object> error = objectOrEmpty(value);
        List<Place> places = new ArrayList<>();
        if (error.get("locations") instanceof List<?> locations) {
            for (Object location : locations) {
                Map<String, @Nullable Object> place = objectOrEmpty(location);
                if (place.get("line") instanceof Number line && place.get("column") instanceof Number column) {
                    places.add(new Place(line.intValue(), column.intValue()));
                }
            }
        }
        List<Object> path = error.get("path") instanceof List<?> steps ? new ArrayList<>(steps) : null;
        return new GraphqlError(
                String.valueOf(error.get("message")), places, path, objectOrEmpty(error.get("extensions")));
    }

    @SuppressWarnings("unchecked") // what JSON is read into has names as keys
    private static Map<String, @Nullable Object> objectOrEmpty(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? (Map<String, @Nullable Object>) map : Map.of();
    }

    private static Map<String, @Nullable Object> object(JsonParser parser) throws IOException {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            object.put(name, value(parser));
        }
        return object;
    }

    private static @Nullable Object value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> {
                List<@Nullable Object> array = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) array.add(value(parser));
                yield array;
            }
            case VALUE_STRING -> parser.getText();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NUMBER_INT -> parser.getNumberValue();
            case VALUE_NUMBER_FLOAT -> parser.getDecimalValue();
            default -> null;
        };
    }
}
