package dev.perigee.grpc.gateway;

import com.google.protobuf.Message;
import dev.perigee.grpc.graph.MessageType;
import dev.perigee.grpc.wire.WireMessage;
import java.util.Set;

/** Messages as they stand in a graph: those of services are bytes, those that Java code returns are objects. */
final class Messages {
    private Messages() {}

    /** @throws IllegalStateException if it is neither, or another message */
    static WireMessage of(Object value, MessageType type) {
        if (value instanceof WireMessage message && message.type() == type) return message;
        return of(value, Set.of(type));
    }

    /** @param types that it may have */
    static WireMessage of(Object value, Set<MessageType> types) {
        if (value instanceof WireMessage message) return message;
        if (value instanceof Message message) {
            String name = message.getDescriptorForType().getFullName();
            for (MessageType type : types) {
                if (type.descriptor().getFullName().equals(name)) return WireMessage.of(type, message);
            }
        }
        throw new IllegalStateException("A " + value.getClass().getName() + " stands where a message of " + types
                + " is expected: return one of its protobuf class, or declare its fields for your own");
    }
}
