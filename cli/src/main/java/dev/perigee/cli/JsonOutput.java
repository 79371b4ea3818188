package dev.perigee.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import java.util.Iterator;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How JSON is printed, with colours on terminals; to be mixed in. */
final class JsonOutput {
    /** Whether there are colours. */
    enum Color {
        AUTO,
        ALWAYS,
        NEVER
    }

    private static final String NAME = "\u001b[34m";
    private static final String STRING = "\u001b[32m";
    private static final String OTHER = "\u001b[36m";
    private static final String END = "\u001b[0m";

    @Option(
            names = "--color",
            paramLabel = "WHEN",
            defaultValue = "auto",
            description = "With --url, colours: ${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} is for terminals.")
    private Color color;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    /** On one line. */
    String line(JsonNode json) {
        StringBuilder text = new StringBuilder();
        write(json, text, -1);
        return text.toString();
    }

    /** On as many lines as it has values, for people. */
    String lines(JsonNode json) {
        StringBuilder text = new StringBuilder();
        write(json, text, 0);
        return text.toString();
    }

    /** @param depth of what is around it; negative for all on one line */
    private void write(JsonNode json, StringBuilder text, int depth) {
        if (json instanceof ContainerNode<?> container && !container.isEmpty()) {
            writeAll(container, text, depth);
        } else {
            text.append(colored(json.isTextual() ? STRING : OTHER, JsonLines.write(json)));
        }
    }

    private void writeAll(ContainerNode<?> container, StringBuilder text, int depth) {
        int inner = depth < 0 ? depth : depth + 1;
        text.append(container.isObject() ? '{' : '[');
        boolean first = true;
        Iterator<Map.Entry<String, JsonNode>> entries = container.properties().iterator();
        for (JsonNode item : container) {
            if (!first) text.append(',');
            first = false;
            newLine(text, inner);
            if (container.isObject()) {
                String name = JsonLines.write(JsonLines.value(entries.next().getKey()));
                text.append(colored(NAME, name)).append(inner < 0 ? ":" : ": ");
            }
            write(item, text, inner);
        }
        newLine(text, depth);
        text.append(container.isObject() ? '}' : ']');
    }

    private static void newLine(StringBuilder text, int depth) {
        if (depth >= 0) text.append('\n').repeat("  ", depth);
    }

    private String colored(String start, String json) {
        boolean colored = switch (color) {
            case AUTO -> Main.console(spec).isTerminal();
            case ALWAYS -> true;
            case NEVER -> false;
        };
        return colored ? start + json + END : json;
    }
}
