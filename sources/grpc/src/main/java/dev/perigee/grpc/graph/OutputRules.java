package dev.perigee.grpc.graph;

import com.google.protobuf.Descriptors.FieldDescriptor;
import dev.perigee.grpc.graph.MessageField.JsonMap;
import dev.perigee.grpc.graph.MessageField.Nothing;
import dev.perigee.grpc.graph.MessageField.OneOf;
import dev.perigee.grpc.graph.MessageField.Repeated;
import dev.perigee.grpc.graph.MessageField.Single;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Who may see a field of a message. */
final class OutputRules {
    private OutputRules() {}

    /** The fields of the message that a field of the graph stands for. */
    static List<FieldDescriptor> descriptors(MessageField field) {
        return switch (field) {
            case Single single -> List.of(single.descriptor());
            case Repeated repeated -> List.of(repeated.descriptor());
            case JsonMap map -> List.of(map.descriptor());
            case OneOf oneof -> List.copyOf(oneof.members().keySet());
            case Nothing nothing -> List.of();
        };
    }

    /** Of a union, those of all its members: which one it is, nobody knows before. */
    static AccessRules of(MessageField field, Problems problems) {
        AccessRules all = AccessRules.NONE;
        for (FieldDescriptor descriptor : descriptors(field)) {
            all = all.and(AccessRules.of(descriptor), descriptor.getFullName(), problems);
        }
        return all;
    }

    /** A map as JSON has no fields that rules could stand on: no message below may have any. */
    static void check(JsonMap map, Problems problems) {
        if (!(map.value() instanceof Form.OfMessage(MessageType value))) return;
        Set<MessageType> seen = new HashSet<>(Set.of(value));
        Deque<MessageType> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            MessageType type = open.remove();
            boolean hasRules = !AccessRules.of(type.descriptor()).isNone()
                    || type.allFields().stream()
                            .flatMap(field -> descriptors(field).stream())
                            .anyMatch(field -> !AccessRules.of(field).isNone());
            if (hasRules) {
                problems.add("%s can't be JSON: who may see what of %s could not be obeyed in it. Leave it as entries."
                        .formatted(
                                map.descriptor().getFullName(),
                                type.descriptor().getFullName()));
            }
            for (MessageField field : type.allFields()) {
                for (MessageType below : below(field)) if (seen.add(below)) open.add(below);
            }
        }
    }

    private static List<MessageType> below(MessageField field) {
        Form form = switch (field) {
            case Single single -> single.form();
            case Repeated repeated -> repeated.item();
            case JsonMap map -> map.value();
            case OneOf oneof -> Form.Scalar.JSON;
            case Nothing nothing -> Form.Scalar.JSON;
        };
        if (field instanceof OneOf oneof) return List.copyOf(oneof.members().values());
        return form instanceof Form.OfMessage(MessageType type) ? List.of(type) : List.of();
    }
}
