package dev.perigee.cli;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.perigee.language.Location;
import dev.perigee.language.Name;
import dev.perigee.language.Node;
import dev.perigee.language.StringValue;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Prints a syntax tree for people, a node a line: its kind, then what it has of text, then its children, each below the
 * name of the field in which it stands. What is empty is left out.
 */
final class TreePrinter {
    private final PrintWriter out;
    private final boolean hasLocations;

    TreePrinter(PrintWriter out, boolean hasLocations) {
        this.out = out;
        this.hasLocations = hasLocations;
    }

    void print(Node node) throws IOException {
        print("", node, 0);
    }

    private void print(String field, Node node, int depth) throws IOException {
        Line line = new Line(node);
        NodeKinds.tell(node, line);
        out.print("  ".repeat(depth) + field + NodeKinds.of(node) + line.text);
        out.println(hasLocations ? " " + place(node.location()) : "");
        for (Child child : line.children) print(child.field + ": ", child.node, depth + 1);
    }

    private static String place(Location at) {
        return "%d,%d - %d,%d".formatted(at.line(), at.column(), at.endLine(), at.endColumn());
    }

    private record Child(String field, Node node) {}

    /** What stands on the line of a node, and what below. */
    private static final class Line implements NodeFields {
        private final Node node;
        private final StringBuilder text = new StringBuilder();
        private final List<Child> children = new ArrayList<>();

        Line(Node node) {
            this.node = node;
        }

        @Override
        public NodeFields text(String field, String value) {
            boolean isQuoted = node instanceof StringValue; // it may be empty, or have several lines
            text.append(' ')
                    .append(field)
                    .append('=')
                    .append(isQuoted ? JsonLines.write(TextNode.valueOf(value)) : value);
            return this;
        }

        @Override
        public NodeFields truth(String field, boolean value) {
            text.append(' ').append(field).append('=').append(value);
            return this;
        }

        /** A name is a text here; its place would say little that its node's place does not. */
        @Override
        public NodeFields node(String field, @Nullable Node child) {
            if (child instanceof Name name) return text(field, name.value());
            if (child != null) children.add(new Child(field, child));
            return this;
        }

        @Override
        public NodeFields list(String field, List<? extends Node> list) {
            for (Node child : list) children.add(new Child(field, child));
            return this;
        }
    }
}
