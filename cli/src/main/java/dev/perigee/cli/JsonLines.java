package dev.perigee.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonGenerator.Feature;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.perigee.language.SyntaxException;
import java.io.IOException;
import java.io.PrintWriter;

/** The output of {@code --json}: one object a line, for one file. */
final class JsonLines {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** What may be too large for a tree. */
    @FunctionalInterface
    interface Value {
        void write(JsonGenerator json) throws IOException;
    }

    private JsonLines() {}

    /** Prints {@code {"file": file, name: value}}, while the value is written. */
    static void print(String file, String name, Value value, PrintWriter out) throws IOException {
        try (JsonGenerator json = MAPPER.createGenerator(out).disable(Feature.AUTO_CLOSE_TARGET)) {
            json.writeStartObject();
            json.writeStringField("file", file);
            json.writeFieldName(name);
            value.write(json);
            json.writeEndObject();
        }
        out.println();
    }

    /** {@code {"file": file, name: value}}. */
    static String line(String file, String name, JsonNode value) {
        ObjectNode line = object().put("file", file);
        line.set(name, value);
        return write(line);
    }

    /** {@code {"file": file, "errors": [error]}}. */
    static String line(String file, SyntaxException error) {
        return line(file, "errors", array().add(error(error)));
    }

    /** The response to a document that is none: {@code {"errors": [error]}}. */
    static String response(SyntaxException error) {
        ObjectNode coded = error(error);
        coded.putObject("extensions").put("code", "SYNTAX_ERROR");
        ObjectNode response = object();
        response.set("errors", array().add(coded));
        return write(response);
    }

    /** An error as GraphQL has it: its message, and the places that it is about. */
    private static ObjectNode error(SyntaxException error) {
        ObjectNode result = object().put("message", error.getMessage());
        result.set(
                "locations",
                array().add(place(error.location().line(), error.location().column())));
        return result;
    }

    static ObjectNode place(int line, int column) {
        return object().put("line", line).put("column", column);
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    /** A map, list, string, number, boolean or null. */
    static JsonNode value(Object value) {
        return MAPPER.valueToTree(value);
    }

    static String write(JsonNode node) {
        try {
            return MAPPER.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree of JSON can always be written.", e);
        }
    }
}
