package dev.perigee.grpc.relation;

import com.google.protobuf.Descriptors.FieldDescriptor;
import java.util.List;

/**
 * A field of a request that is filled in. Immutable.
 *
 * @param target from the request to the field; what leads there are messages, none of them repeated
 */
public record Binding(List<FieldDescriptor> target, ValueSource source) {
    public Binding {
        target = List.copyOf(target);
    }

    /** The field itself. */
    public FieldDescriptor field() {
        return target.getLast();
    }
}
