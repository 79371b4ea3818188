package dev.perigee.grpc.wire;

import dev.perigee.data.ClientException;
import dev.perigee.grpc.graph.MessageType;
import dev.perigee.json.JsonWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Writes the values of one selected field straight from the bytes of messages, where other fields of the object come from
 * elsewhere. Immutable and safe for all threads.
 *
 * @param <K> see {@link Selection}
 */
public final class FieldWriter<K> {
    private final Formats formats;
    private final FieldTable table;
    private final Entry<K> entry;
    private final int conditions;

    private FieldWriter(Formats formats, FieldTable table, Entry<K> entry, int conditions) {
        this.formats = formats;
        this.table = table;
        this.entry = entry;
        this.conditions = conditions;
    }

    /** The writer of one field of a message. */
    public static <K> FieldWriter<K> of(MessageType type, Selection.Selected<K> selected, WriteOptions options) {
        return allOf(new Selection<>(type, List.of(selected)), options).getFirst();
    }

    /**
     * One writer for each field of a selection, in their order. A message that they all write from is scanned once for all of
     * them.
     */
    public static <K> List<FieldWriter<K>> allOf(Selection<K> selection, WriteOptions options) {
        Formats formats = new Formats(options);
        Compiler<K> compiler = new Compiler<>(formats);
        Program<K> program = compiler.compile(selection);
        List<FieldWriter<K>> writers = new ArrayList<>();
        for (Program.Part<K> part : program.parts()) {
            for (Entry<K> entry : part.fields()) {
                writers.add(new FieldWriter<>(formats, part.table(), entry, compiler.conditions()));
            }
        }
        return List.copyOf(writers);
    }

    /** What the field is known by. */
    public K key() {
        return entry.key();
    }

    /**
     * Writes the value of the field, without its name. Whether the field itself is part of the response is for the caller to
     * know. Paths of errors begin below the field: that of its own value is empty.
     *
     * @param isIncluded see {@link MessageWriter#write}
     * @return false if null came up and the field does not allow it; nothing is written then
     * @throws ClientException with the code {@code MALFORMED_REPLY} if the bytes are no valid message, or too deep; nothing
     *     is written then
     */
    public boolean write(WireMessage message, Predicate<? super K> isIncluded, JsonWriter out, WireErrors<K> errors) {
        int start = out.position();
        boolean isWritten = false;
        try {
            WireErrors<K> below = (key, path, cause) -> errors.add(key, path.subList(1, path.size()), cause);
            ObjectWriter<K> writer = new ObjectWriter<>(formats, new Conditions<>(conditions, isIncluded), out, below);
            FieldIndex index = message.index(table);
            isWritten = writer.write(() -> writer.writeField(entry, index));
            return isWritten;
        } finally {
            if (!isWritten) out.rewind(start);
        }
    }
}
