package dev.perigee.grpc.relation;

import com.google.protobuf.Descriptors.MethodDescriptor;
import dev.perigee.grpc.graph.MessageType;
import java.util.List;

/**
 * The call for one key, where a batch has failed for one of its keys. Immutable.
 *
 * @param bindings no parent's fields among them
 * @param reply what the method replies
 * @param result from the reply to the value
 */
public record SingleCall(MethodDescriptor method, List<Binding> bindings, MessageType reply, FieldPath result) {
    public SingleCall {
        bindings = List.copyOf(bindings);
    }
}
