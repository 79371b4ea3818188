package dev.perigee.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.Map;

/**
 * Prints a syntax tree for people, a node a line: its kind, then what it has of text, then its children, each below the
 * name of the field in which it stands. What is empty is left out.
 */
final class TreePrinter {
    private final PrintWriter out;

    TreePrinter(PrintWriter out) {
        this.out = out;
    }

    void print(JsonNode node) {
        print("", node, 0);
    }

    private void print(String field, JsonNode node, int depth) {
        StringBuilder line = new StringBuilder("  ".repeat(depth))
                .append(field)
                .append(node.get("kind").textValue());
        for (Map.Entry<String, JsonNode> property : node.properties()) {
            line.append(text(node, property.getKey(), property.getValue()));
        }
        out.println(line);
        for (Map.Entry<String, JsonNode> property : node.properties()) {
            String name = property.getKey() + ": ";
            JsonNode value = property.getValue();
            if (value.isArray()) value.forEach(child -> print(name, child, depth + 1));
            else if (value.isObject() && !isName(value)) print(name, value, depth + 1);
        }
    }

    /** A name is a text here; its place would say little that its node's place does not. */
    private static String text(JsonNode node, String name, JsonNode value) {
        if (name.equals("kind")) return "";
        if (name.equals("loc")) return " " + value.textValue();
        if (isName(value)) return " " + name + "=" + value.get("value").textValue();
        if (!value.isValueNode()) return "";
        boolean quoted = name.equals("value") && node.has("block"); // a string
        return " " + name + "=" + (quoted ? value.toString() : value.asText());
    }

    private static boolean isName(JsonNode value) {
        return value.path("kind").asText().equals("Name");
    }
}
