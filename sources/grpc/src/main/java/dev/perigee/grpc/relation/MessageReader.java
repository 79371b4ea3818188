package dev.perigee.grpc.relation;

import dev.perigee.grpc.graph.MessageField;
import org.jspecify.annotations.Nullable;

/** Reads fields of messages, in whatever form messages are. Thread-safe. */
@FunctionalInterface
public interface MessageReader {
    /**
     * A number, a Boolean, a String, bytes as {@code byte[]} or {@code ByteString}, the name of an enum's value, a message,
     * or a List of those; unsigned numbers that don't fit their Java type may come as their bits. Of a wrapper, what is in
     * it. The default of an absent field without presence; null of others.
     *
     * @param field of the message; may be one that its type in the graph hides
     */
    @Nullable Object read(Object message, MessageField field);
}
