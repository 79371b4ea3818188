package dev.perigee.grpc.wire;

import dev.perigee.grpc.graph.MessageField;
import dev.perigee.grpc.graph.MessageType;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is written of a message, in response order. Immutable.
 *
 * @param <K> what a field is known by to who asks for it, in conditions and errors
 */
public record Selection<K>(MessageType type, List<Selected<K>> fields) {
    public Selection {
        fields = List.copyOf(fields);
    }

    /**
     * A field of a message, under a response name.
     *
     * @param field null for {@code __typename}
     * @param below for objects, what is written of each type that they may have; one for all but a oneof as a union
     * @param isConditional whether a request may leave it out; two entries may then have one response name
     */
    public record Selected<K>(
            K key,
            String responseName,
            @Nullable MessageField field,
            Map<MessageType, Selection<K>> below,
            boolean isConditional) {
        public Selected {
            below = Map.copyOf(below);
        }
    }
}
