package dev.perigee.grpc.graph;

import com.google.api.FieldBehavior;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import com.google.protobuf.Descriptors.MethodDescriptor;
import com.google.protobuf.Descriptors.OneofDescriptor;
import dev.perigee.grpc.graph.ValueKind.OfMessage;
import java.util.HashSet;
import java.util.Set;

/** What of the IDL is in replies, what in requests, and in which shape oneofs are. */
final class Visibility {
    private final GraphOptions options;

    Visibility(GraphOptions options) {
        this.options = options;
    }

    boolean isHidden(MethodDescriptor method) {
        return options.hidden.contains(method.getFullName())
                || ProtoOptions.rules(method).getHide();
    }

    boolean isHidden(Descriptor message) {
        return options.hidden.contains(message.getFullName())
                || ProtoOptions.rules(message).getHide();
    }

    /** In replies. */
    boolean isShown(FieldDescriptor field) {
        return !isHidden(field) && !ProtoOptions.behaviors(field).contains(FieldBehavior.INPUT_ONLY);
    }

    /** In requests: what the service gives, and what is filled in for the client, is not. */
    boolean isGiven(FieldDescriptor field) {
        return !isHidden(field) && !ProtoOptions.behaviors(field).contains(FieldBehavior.OUTPUT_ONLY);
    }

    boolean isUnion(OneofDescriptor oneof) {
        return options.unions.contains(oneof.getFullName()) && hasDistinctMessages(oneof);
    }

    /** Whether a oneof can be a union. */
    boolean hasDistinctMessages(OneofDescriptor oneof) {
        Set<String> members = new HashSet<>();
        for (FieldDescriptor member : oneof.getFields()) {
            boolean isObject = ValueKind.of(member, options) instanceof OfMessage;
            if (isShown(member)
                    && (!isObject || !members.add(member.getMessageType().getFullName()))) return false;
        }
        return !members.isEmpty();
    }

    private boolean isHidden(FieldDescriptor field) {
        if (options.hidden.contains(field.getFullName())
                || ProtoOptions.rules(field).getHide()) return true;
        if (field.getJavaType() != JavaType.MESSAGE) return false;
        return field.isMapField()
                ? isHidden(field.getMessageType().findFieldByNumber(2))
                : isHidden(field.getMessageType());
    }
}
