package dev.perigee.settings;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Reads a YAML file as a graph of nodes that know their places. Nothing is built from what the file says, aliases are
 * shared and not copied, and size and depth are bounded.
 */
public final class Yaml {
    private static final int MAX_BYTES = 1 << 20;
    private static final int MAX_DEPTH = 20;

    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setUseMarks(true)
            .setCodePointLimit(MAX_BYTES)
            .setAllowNonScalarKeys(true) // to be rejected with their place
            .build();

    private Yaml() {}

    /** The mapping that the file consists of, null if it is none, of which the problems then tell. */
    public static @Nullable MappingNode read(Path file, Problems problems) throws IOException {
        String text = text(file, problems);
        if (text == null) return null;
        try {
            if (!isShallow(text, problems)) return null;
            Node root = new Compose(SETTINGS).composeString(text).orElse(null);
            if (root instanceof MappingNode mapping) return mapping;
            problems.add(
                    1,
                    1,
                    "Expected settings, such as \"schema: schema.graphqls\", found "
                            + (root == null ? "nothing." : "something else."));
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            int column = e.getProblemMark().map(mark -> mark.getColumn() + 1).orElse(1);
            String context = e.getContext() == null ? "" : e.getContext() + ": ";
            problems.add(line, column, "Not valid YAML: " + context + e.getProblem() + ".");
        } catch (YamlEngineException e) {
            problems.add(1, 1, "Not valid YAML: " + e.getMessage() + ".");
        }
        return null;
    }

    private static @Nullable String text(Path file, Problems problems) throws IOException {
        if (Files.size(file) > MAX_BYTES) {
            problems.add(1, 1, "The file is longer than " + MAX_BYTES + " bytes.");
            return null;
        }
        try {
            return UTF_8.newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
        } catch (CharacterCodingException e) {
            problems.add(1, 1, "The file is not UTF-8.");
            return null;
        }
    }

    /** Events come one by one, while nodes are made by recursion. */
    private static boolean isShallow(String text, Problems problems) {
        int depth = 0;
        for (Event event : new Parse(SETTINGS).parseString(text)) {
            if (event instanceof CollectionEndEvent) depth--;
            if (event instanceof CollectionStartEvent && ++depth > MAX_DEPTH) {
                event.getStartMark()
                        .ifPresent(mark -> problems.add(mark, "Nested deeper than " + MAX_DEPTH + " levels."));
                return false;
            }
        }
        return true;
    }
}
