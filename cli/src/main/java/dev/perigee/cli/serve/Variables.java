package dev.perigee.cli.serve;

import dev.perigee.settings.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Puts values in place of <code>${NAME}</code> in texts. What comes out is text, whatever it looks like; <code>$${</code>
 * stands for <code>${</code> itself.
 */
final class Variables {
    private static final Pattern VARIABLE = Pattern.compile("(\\$?)\\$\\{([^}]*)}?");

    private final Function<String, @Nullable String> values;
    private final Problems problems;

    /** @param values null where there is none of a name */
    Variables(Function<String, @Nullable String> values, Problems problems) {
        this.values = values;
        this.problems = problems;
    }

    /** The mapping with values below one of its settings. */
    MappingNode in(String setting, MappingNode mapping) {
        List<NodeTuple> entries = new ArrayList<>();
        for (NodeTuple entry : mapping.getValue()) {
            boolean isIt = entry.getKeyNode() instanceof ScalarNode name
                    && name.getValue().equals(setting);
            entries.add(isIt ? new NodeTuple(entry.getKeyNode(), in(entry.getValueNode())) : entry);
        }
        return with(entries, mapping);
    }

    /** All values below; names of settings stay as they are. */
    MappingNode in(MappingNode mapping) {
        List<NodeTuple> entries = new ArrayList<>();
        for (NodeTuple entry : mapping.getValue()) {
            entries.add(new NodeTuple(entry.getKeyNode(), in(entry.getValueNode())));
        }
        return with(entries, mapping);
    }

    private static MappingNode with(List<NodeTuple> entries, MappingNode of) {
        return new MappingNode(of.getTag(), false, entries, FlowStyle.BLOCK, of.getStartMark(), of.getEndMark());
    }

    private Node in(Node node) {
        return switch (node) {
            case MappingNode mapping -> in(mapping);
            case SequenceNode list ->
                new SequenceNode(
                        list.getTag(),
                        false,
                        list.getValue().stream().map(this::in).toList(),
                        FlowStyle.BLOCK,
                        list.getStartMark(),
                        list.getEndMark());
            case ScalarNode text
            when isText(text) ->
                new ScalarNode(Tag.STR, false, in(text), text.getScalarStyle(), text.getStartMark(), text.getEndMark());
            default -> node;
        };
    }

    /** What consists of a variable only has a tag of its own. */
    private static boolean isText(ScalarNode node) {
        return node.getTag().equals(Tag.STR) || node.getTag().equals(Tag.ENV_TAG);
    }

    private String in(ScalarNode text) {
        return VARIABLE.matcher(text.getValue())
                .replaceAll(
                        found -> Matcher.quoteReplacement(value(found.group(), found.group(1), found.group(2), text)));
    }

    private String value(String whole, String dollar, String name, ScalarNode text) {
        if (!dollar.isEmpty()) return whole.substring(1);
        String value = whole.endsWith("}") ? values.apply(name) : null;
        if (value != null) return value;
        problems.add(
                text,
                whole.endsWith("}")
                        ? "There is no environment variable \"" + name + "\"."
                        : "\"${\" needs a name and \"}\"; \"$${\" stands for itself.");
        return "";
    }
}
