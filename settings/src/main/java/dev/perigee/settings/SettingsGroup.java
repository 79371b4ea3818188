package dev.perigee.settings;

import dev.perigee.schema.Suggestions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * The settings of a mapping by name. What is absent is read as a default; what is wrong is added to the problems, and read
 * as the default, so that all that is wrong is found. At the end, what nobody has asked for is unknown.
 */
public final class SettingsGroup {
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Node> names = new LinkedHashMap<>();
    private final Set<String> known = new LinkedHashSet<>();
    private final Problems problems;

    /** @param mapping null is a group without any setting */
    public SettingsGroup(@Nullable MappingNode mapping, Problems problems) {
        this.problems = problems;
        if (mapping == null) return;
        for (NodeTuple entry : mapping.getValue()) add(entry.getKeyNode(), entry.getValueNode());
    }

    private void add(Node key, Node value) {
        if (!(key instanceof ScalarNode scalar)) {
            problems.add(key, "Expected the name of a setting, found " + describe(key) + ".");
        } else if (names.putIfAbsent(scalar.getValue(), key) == null) {
            values.put(scalar.getValue(), value);
        } else {
            problems.add(key, "The setting \"" + scalar.getValue() + "\" is there twice.");
        }
    }

    /** A text with a place. */
    public record Text(String value, Node node) {}

    /** The names of all settings, for a group whose names are not ours; each is to be asked for. */
    public List<Text> names() {
        List<Text> all = new ArrayList<>();
        names.forEach((name, node) -> all.add(new Text(name, node)));
        return all;
    }

    /** One text or a list of texts; none if the setting is absent. */
    public List<Text> texts(String name, String expected) {
        Node node = value(name);
        List<Text> texts = new ArrayList<>();
        if (node == null) return texts;
        for (Node item : node instanceof SequenceNode list ? list.getValue() : List.of(node)) {
            if (item instanceof ScalarNode text && text.getTag().equals(Tag.STR)) {
                texts.add(new Text(text.getValue(), item));
            } else {
                wrong(name, expected, item);
            }
        }
        return texts;
    }

    /** A text, null if the setting is absent. */
    public @Nullable String text(String name, String expected) {
        ScalarNode node = scalar(name, Tag.STR, expected);
        return node == null ? null : node.getValue();
    }

    public int integer(String name, int otherwise, int least, int most) {
        String expected = "a whole number from " + least + " to " + most;
        ScalarNode node = scalar(name, Tag.INT, expected);
        if (node == null) return otherwise;
        return inRange(name, expected, node, Quantity.integer(node.getValue()), otherwise, least, most);
    }

    /** A number of bytes, at least 1. */
    public int bytes(String name, int otherwise) {
        String expected = "a number of bytes from 1 to 2147483647, such as 65536, 64KiB or 4MiB";
        ScalarNode node = scalar(name, null, expected);
        if (node == null) return otherwise;
        return inRange(name, expected, node, Quantity.bytes(node.getValue()), otherwise, 1, Integer.MAX_VALUE);
    }

    public boolean flag(String name, boolean otherwise) {
        ScalarNode node = scalar(name, Tag.BOOL, "true or false");
        return node == null ? otherwise : node.getValue().equalsIgnoreCase("true");
    }

    public Duration duration(String name, Duration otherwise, Duration least) {
        String expected = least.toSeconds() >= 1
                ? "a time of at least " + least.toSeconds() + "s, such as 2m or 1h"
                : (least.isZero() ? "a time" : "a time above 0") + ", such as 500ms, 30s or 2m";
        ScalarNode node = scalar(name, null, expected);
        if (node == null) return otherwise;
        Duration duration = Quantity.duration(node.getValue());
        if (duration != null && duration.compareTo(least) >= 0) return duration;
        wrong(name, expected, node);
        return otherwise;
    }

    public <E extends Enum<E>> E choice(String name, E otherwise) {
        List<String> options = new ArrayList<>();
        for (E option : otherwise.getDeclaringClass().getEnumConstants())
            options.add(option.name().toLowerCase(Locale.ROOT));
        String expected = String.join(" or ", options);
        ScalarNode node = scalar(name, Tag.STR, expected);
        if (node == null) return otherwise;
        int index = options.indexOf(node.getValue());
        if (index >= 0) return otherwise.getDeclaringClass().getEnumConstants()[index];
        problems.add(
                node,
                "\"%s\" must be %s, found \"%s\".%s"
                        .formatted(name, expected, node.getValue(), Suggestions.didYouMean(node.getValue(), options)));
        return otherwise;
    }

    /** The settings of a setting; without any if it is absent. */
    public SettingsGroup group(String name) {
        Node node = value(name);
        if (node != null && !(node instanceof MappingNode)) wrong(name, "settings of its own", node);
        return new SettingsGroup(node instanceof MappingNode mapping ? mapping : null, problems);
    }

    public boolean isGroup(String name) {
        return values.get(name) instanceof MappingNode;
    }

    public boolean has(String name) {
        return names.containsKey(name);
    }

    /** Leaves a setting to others. */
    public void leave(String name) {
        names.remove(name);
        values.remove(name);
    }

    /** The place of a setting that is there. */
    public Node place(String name) {
        Node node = names.get(name);
        if (node == null) throw new IllegalArgumentException(name);
        return node;
    }

    /** To be called when all that there is has been asked for. */
    public void rejectUnknown() {
        names.forEach((name, node) -> {
            if (known.contains(name)) return;
            String meant = Suggestions.didYouMean(name, known);
            String all = meant.isEmpty() ? " There are " + String.join(", ", known) + "." : meant;
            problems.add(node, "Unknown setting \"" + name + "\"." + all);
        });
    }

    private @Nullable Node value(String name) {
        known.add(name);
        return values.get(name);
    }

    /** @param tag null takes any scalar but null */
    private @Nullable ScalarNode scalar(String name, @Nullable Tag tag, String expected) {
        Node node = value(name);
        if (node == null) return null;
        boolean fits =
                tag == null ? !node.getTag().equals(Tag.NULL) : node.getTag().equals(tag);
        if (node instanceof ScalarNode scalar && fits) return scalar;
        wrong(name, expected, node);
        return null;
    }

    private int inRange(
            String name, String expected, Node node, @Nullable Long value, int otherwise, int least, int most) {
        if (value != null && value >= least && value <= most) return value.intValue();
        wrong(name, expected, node);
        return otherwise;
    }

    private void wrong(String name, String expected, Node found) {
        problems.add(found, "\"" + name + "\" must be " + expected + ", found " + describe(found) + ".");
    }

    private static String describe(Node node) {
        return switch (node) {
            case MappingNode mapping -> "settings";
            case SequenceNode list -> list.getValue().isEmpty() ? "an empty list" : "a list";
            case ScalarNode scalar when scalar.getTag().equals(Tag.NULL) -> "nothing";
            case ScalarNode scalar when scalar.getTag().equals(Tag.STR) -> "\"" + scalar.getValue() + "\"";
            case ScalarNode scalar -> scalar.getValue();
            default -> "something else";
        };
    }
}
