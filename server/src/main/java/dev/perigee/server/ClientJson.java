package dev.perigee.server;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.linecorp.armeria.common.HttpStatus;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON values that come from clients. Exact: numbers keep all their digits. Bounded in depth and in the length of
 * numbers; how long the whole may be is up to who received it.
 */
final class ClientJson {
    /** Deeper than any honest variable, and no strain on the stack of a thread. */
    static final int MAX_DEPTH = 200;

    /** Also the largest exponent: a short text must not become a number whose digits fill the memory. */
    static final int MAX_DIGITS = 1_000;

    private static final JsonFactory FACTORY = new JsonFactoryBuilder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxNumberLength(MAX_DIGITS)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private ClientJson() {}

    /** What to read from a parser that stands on the first token, null where there is none. */
    @FunctionalInterface
    interface Shape<T> {
        T read(@Nullable JsonToken first, JsonParser parser) throws IOException;
    }

    /**
     * Reads one value and nothing else.
     *
     * @param what where the text is from, for messages: the start of a sentence
     * @throws HttpProblem if it is not JSON, or not of the shape
     */
    static <T> T read(String what, byte[] json, Shape<T> shape) {
        if (!Utf8.isJsonInUtf8(json)) throw HttpProblem.notJson(what + " is not UTF-8.");
        try (JsonParser parser = FACTORY.createParser(json)) {
            T value = shape.read(parser.nextToken(), parser);
            if (parser.nextToken() == null) return value;
            throw HttpProblem.notJson("%s goes on after the end of the JSON value, with %s at %s."
                    .formatted(what, describe(parser.currentToken()), place(parser.currentTokenLocation())));
        } catch (IOException e) {
            throw notJson(what, e);
        }
    }

    /** The members of the object that the parser stands on. */
    static Map<String, @Nullable Object> object(JsonParser parser) throws IOException {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            object.put(name, value(parser));
        }
        return object;
    }

    private static List<@Nullable Object> array(JsonParser parser) throws IOException {
        List<@Nullable Object> array = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) array.add(value(parser));
        return array;
    }

    private static @Nullable Object value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> parser.getText();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NUMBER_INT -> parser.getNumberValue();
            case VALUE_NUMBER_FLOAT -> decimal(parser);
            default -> null;
        };
    }

    private static BigDecimal decimal(JsonParser parser) throws IOException {
        try {
            BigDecimal value = parser.getDecimalValue();
            if (Math.abs((long) value.scale()) <= MAX_DIGITS) return value;
        } catch (NumberFormatException e) {
            // Its exponent does not even fit an int.
        }
        throw limitExceeded("The number at " + place(parser.currentTokenLocation()) + " has an exponent beyond "
                + MAX_DIGITS + ".");
    }

    /** A token by what a reader of JSON would call it. */
    static String describe(@Nullable JsonToken token) {
        return switch (token) {
            case null -> "nothing";
            case START_OBJECT -> "an object";
            case START_ARRAY -> "an array";
            case VALUE_STRING -> "a string";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
            case VALUE_TRUE, VALUE_FALSE -> "a boolean";
            case VALUE_NULL -> "null";
            default -> "\"" + token.asString() + "\"";
        };
    }

    private static HttpProblem notJson(String what, IOException e) {
        if (e instanceof StreamConstraintsException) {
            return limitExceeded("%s is nested deeper than %d levels, or has a number of more than %d digits."
                    .formatted(what, MAX_DEPTH, MAX_DIGITS));
        }
        if (!(e instanceof JsonProcessingException json)) return HttpProblem.notJson(what + " is not valid JSON.");
        // What follows speaks of Jackson's own classes and settings.
        String reason = json.getOriginalMessage()
                .replaceFirst("(?s)( \\(start marker| \\(for |: was expecting \\(|: enable |\n).*", "");
        return HttpProblem.notJson(
                "%s is not valid JSON at %s: %s.".formatted(what, place(json.getLocation()), reason));
    }

    private static HttpProblem limitExceeded(String message) {
        return new HttpProblem(HttpStatus.BAD_REQUEST, "LIMIT_EXCEEDED", message);
    }

    private static String place(@Nullable JsonLocation location) {
        return location == null ? "its end" : "line " + location.getLineNr() + ", column " + location.getColumnNr();
    }
}
