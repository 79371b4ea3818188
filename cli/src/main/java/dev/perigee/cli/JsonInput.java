package dev.perigee.cli;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON that a command is given.
 *
 * @param name what messages call it
 */
record JsonInput(String name, byte[] bytes) {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** @throws FileException if the file can't be read */
    static JsonInput file(String file, Console console) {
        return new JsonInput(file, Inputs.bytes(file, console));
    }

    static JsonInput text(String name, String json) {
        return new JsonInput(name, json.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws WrongJson if it is not a JSON object; the message says where it is wrong */
    Map<String, @Nullable Object> object() {
        try (JsonParser json = new CharacterParser(MAPPER.createParser(bytes))) {
            JsonToken first = json.nextToken();
            if (first == JsonToken.START_OBJECT) return MAPPER.readValue(json, new TypeReference<>() {});
            throw wrong(first == null ? null : json.currentTokenLocation(), "found " + describe(first) + ".");
        } catch (JsonProcessingException e) {
            throw wrong(e.getLocation(), reason(e));
        } catch (IOException e) {
            throw new WrongJson(name + ": " + e.getMessage());
        }
    }

    /** What is wrong with JSON, in the library's words where they are about no more than that. */
    static String reason(JsonProcessingException wrong) {
        if (wrong instanceof StreamConstraintsException) {
            return "it is nested too deep, or has too long a number or text.";
        }
        String words = wrong.getOriginalMessage().lines().findFirst().orElse("");
        return words.startsWith("Unexpected end-of-input") ? "it ends too early." : words;
    }

    private WrongJson wrong(@Nullable JsonLocation at, String what) {
        String place = at == null ? name : name + ":" + at.getLineNr() + ":" + at.getColumnNr();
        return new WrongJson(place + ": expected a JSON object: " + what);
    }

    private static String describe(@Nullable JsonToken token) {
        return switch (token) {
            case null -> "nothing";
            case START_ARRAY -> "a list";
            case VALUE_STRING -> "a string";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
            case VALUE_TRUE, VALUE_FALSE -> "a boolean";
            default -> "null";
        };
    }

    /** What should be JSON and is not. */
    static final class WrongJson extends RuntimeException {
        private static final long serialVersionUID = 1;

        private WrongJson(String message) {
            super(message);
        }
    }
}
