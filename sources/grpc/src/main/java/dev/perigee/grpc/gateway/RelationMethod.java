package dev.perigee.grpc.gateway;

import com.google.protobuf.Descriptors.MethodDescriptor;
import dev.perigee.grpc.graph.MessageType;
import dev.perigee.grpc.pushdown.PushDown;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who serves a relation. Immutable.
 *
 * @param parent the message whose field it is, null where the parents are none
 * @param services the relation's method, and that for single keys if there is one
 * @param pushDown how the service is told of the selection, null if it can't be
 */
record RelationMethod(
        @Nullable MessageType parent,
        Map<MethodDescriptor, ServiceMethod> services,
        @Nullable PushDown pushDown) {

    /** Whether the service is told the arguments of its reply's fields. */
    boolean tellsArguments() {
        return pushDown != null && pushDown.tellsArguments();
    }

    ServiceMethod of(MethodDescriptor method) {
        ServiceMethod service = services.get(method);
        if (service == null) throw new IllegalStateException("Nobody serves " + method.getFullName());
        return service;
    }

    /** As messages, also those that Java code has returned. */
    @Nullable Object[] parents(@Nullable Object[] given) {
        if (parent == null) return given;
        @Nullable Object[] messages = new Object[given.length];
        for (int i = 0; i < messages.length; i++) {
            Object value = given[i];
            if (value != null) messages[i] = Messages.of(value, parent);
        }
        return messages;
    }
}
