package dev.perigee.client;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON values that come from servers: String, Boolean, Number, List, Map, null. Exact: numbers keep all their
 * digits. Bounded in depth and in the length of numbers; how long the whole may be is up to who received it.
 */
final class ServerJson {
    /** As deep as a Perigee server writes. */
    static final int MAX_DEPTH = 500;

    /** Also the largest exponent: a short text must not become a number whose digits fill the memory. */
    static final int MAX_DIGITS = 1_000;

    /** For parsers that are bounded like that. */
    static final JsonFactory FACTORY = new JsonFactoryBuilder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxNumberLength(MAX_DIGITS)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private ServerJson() {}

    /**
     * One value and nothing else.
     *
     * @throws UnreadableException if it is not JSON, or beyond a bound
     */
    static @Nullable Object read(byte[] json) {
        try (JsonParser parser = FACTORY.createParser(json)) {
            if (parser.nextToken() == null) throw new UnreadableException("it is empty");
            Object value = value(parser);
            if (parser.nextToken() == null) return value;
            throw new UnreadableException("it goes on after the end of the JSON value, " + place(parser));
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** The value that a parser stands on. Afterwards it stands on the last token of it. */
    static @Nullable Object value(JsonParser parser) throws IOException {
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

    private static Map<String, @Nullable Object> object(JsonParser parser) throws IOException {
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

    private static BigDecimal decimal(JsonParser parser) throws IOException {
        try {
            BigDecimal value = parser.getDecimalValue();
            if (Math.abs((long) value.scale()) <= MAX_DIGITS) return value;
        } catch (NumberFormatException e) {
            // Its exponent does not even fit an int.
        }
        throw new UnreadableException(
                "it has a number with an exponent beyond %d, %s".formatted(MAX_DIGITS, place(parser)));
    }

    static UnreadableException unreadable(IOException e) {
        if (e instanceof StreamConstraintsException) {
            return new UnreadableException("it is nested deeper than %d levels, or has a number of more than %d digits"
                    .formatted(MAX_DEPTH, MAX_DIGITS));
        }
        if (!(e instanceof JsonProcessingException json)) return new UnreadableException("it is not valid JSON");
        // What follows speaks of Jackson's own classes and settings.
        String reason = json.getOriginalMessage()
                .replaceFirst("(?s)( \\(start marker| \\(for |: was expecting \\(|: enable |\n).*", "");
        JsonLocation location = json.getLocation();
        String place = location == null ? "" : " " + place(location);
        return new UnreadableException("it is not valid JSON%s: %s".formatted(place, reason));
    }

    private static String place(JsonParser parser) {
        return place(parser.currentTokenLocation());
    }

    private static String place(JsonLocation location) {
        return "at line " + location.getLineNr() + ", column " + location.getColumnNr();
    }
}
