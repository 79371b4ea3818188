package dev.perigee.client;

import dev.perigee.client.GraphqlError.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A response in the form that the specification gives it. A null stands for what is absent in all but the data, as some
 * servers write it.
 *
 * @param hasData whether there is {@code data}, if only null
 * @see <a href="https://spec.graphql.org/September2025/#sec-Response-Format">Response Format</a>
 */
record ServerResponse(
        boolean hasData,
        @Nullable Map<String, @Nullable Object> data,
        List<GraphqlError> errors,
        Map<String, @Nullable Object> extensions) {

    /** @throws UnreadableException if it is not of the form */
    static ServerResponse of(@Nullable Object json) {
        if (!(json instanceof Map<?, ?> response)) throw UnreadableException.wrong("it", "an object", json);
        Object data = response.get("data");
        List<GraphqlError> errors = errors(response.get("errors"));
        boolean hasData = response.containsKey("data");
        if (!hasData && errors.isEmpty()) throw new UnreadableException("it has neither data nor errors");
        if (hasData && data == null && errors.isEmpty()) {
            throw new UnreadableException("its data is null, and no error says why");
        }
        return new ServerResponse(
                hasData,
                data == null ? null : object(data, "its data"),
                errors,
                objectOrEmpty(response.get("extensions"), "its extensions"));
    }

    static List<GraphqlError> errors(@Nullable Object value) {
        List<GraphqlError> errors = new ArrayList<>();
        for (Object error : listOrEmpty(value, "its errors")) errors.add(error(error, "errors[" + errors.size() + "]"));
        return errors;
    }

    private static GraphqlError error(@Nullable Object value, String at) {
        Map<String, @Nullable Object> error = object(value, at);
        if (!(error.get("message") instanceof String message)) {
            throw UnreadableException.wrong(at + ".message", "a string", error.get("message"));
        }
        List<Place> places = new ArrayList<>();
        for (Object place : listOrEmpty(error.get("locations"), at + ".locations")) places.add(place(place, at));
        return new GraphqlError(
                message,
                places,
                path(error.get("path"), at),
                objectOrEmpty(error.get("extensions"), at + ".extensions"));
    }

    private static Place place(@Nullable Object value, String at) {
        if (object(value, at + ".locations") instanceof Map<String, ?> place
                && place.get("line") instanceof Integer line
                && place.get("column") instanceof Integer column) {
            return new Place(line, column);
        }
        throw UnreadableException.wrong(at + ".locations", "a list of lines and columns", value);
    }

    private static @Nullable List<Object> path(@Nullable Object value, String at) {
        if (value == null) return null;
        List<Object> path = new ArrayList<>();
        for (Object step : listOrEmpty(value, at + ".path")) {
            if (!(step instanceof String) && !(step instanceof Integer)) {
                throw UnreadableException.wrong(at + ".path", "a list of names and indices", value);
            }
            path.add(step);
        }
        return path;
    }

    private static List<?> listOrEmpty(@Nullable Object value, String at) {
        if (value == null) return List.of();
        if (value instanceof List<?> list) return list;
        throw UnreadableException.wrong(at, "a list", value);
    }

    private static Map<String, @Nullable Object> objectOrEmpty(@Nullable Object value, String at) {
        return value == null ? Map.of() : object(value, at);
    }

    @SuppressWarnings("unchecked") // what JSON is read into has names as keys
    private static Map<String, @Nullable Object> object(@Nullable Object value, String at) {
        if (value instanceof Map<?, ?> map) return (Map<String, @Nullable Object>) map;
        throw UnreadableException.wrong(at, "an object", value);
    }
}
