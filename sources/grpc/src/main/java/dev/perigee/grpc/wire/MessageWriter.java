package dev.perigee.grpc.wire;

import dev.perigee.data.ClientException;
import dev.perigee.json.JsonWriter;
import java.util.function.Predicate;

/**
 * Writes the JSON of messages under a selection straight from their bytes. Compiled once for a selection; immutable and safe
 * for all threads.
 *
 * @param <K> see {@link Selection}
 */
public final class MessageWriter<K> {
    private final Formats formats;
    private final Program<K> program;
    private final int conditions;

    private MessageWriter(Formats formats, Program<K> program, int conditions) {
        this.formats = formats;
        this.program = program;
        this.conditions = conditions;
    }

    /** Compiles a selection with all that is selected below its fields. */
    public static <K> MessageWriter<K> of(Selection<K> selection, WriteOptions options) {
        Formats formats = new Formats(options);
        Compiler<K> compiler = new Compiler<>(formats);
        Program<K> program = compiler.compile(selection);
        return new MessageWriter<>(formats, program, compiler.conditions());
    }

    /**
     * Writes one message as an object of exactly the selected fields, by their response names and in response order. A value
     * that can't be written is null, and {@code errors} are told of it; where null is not allowed, the nearest place that
     * allows it is null.
     *
     * @param from where the message begins, in bytes
     * @param to where it ends, exclusive
     * @param isIncluded whether this request has a field; only asked for those that are conditional
     * @return false if null came up to the message itself; nothing is written then
     * @throws ClientException with the code {@code MALFORMED_REPLY} if the bytes are no valid message, or too deep; nothing
     *     is written then
     */
    public boolean write(
            byte[] bytes, int from, int to, Predicate<? super K> isIncluded, JsonWriter out, WireErrors<K> errors) {
        int start = out.position();
        boolean isWritten = false;
        try {
            ObjectWriter<K> writer = new ObjectWriter<>(formats, new Conditions<>(conditions, isIncluded), out, errors);
            isWritten = writer.write(() -> writer.writeObject(program, bytes, from, to));
            return isWritten;
        } finally {
            if (!isWritten) out.rewind(start);
        }
    }
}
