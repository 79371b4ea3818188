package dev.perigee.grpc.gateway;

import com.google.protobuf.Descriptors.FieldDescriptor;
import dev.perigee.data.SelectedField;
import dev.perigee.grpc.graph.MessageField;
import dev.perigee.grpc.graph.MessageType;
import dev.perigee.grpc.relation.Relation;
import dev.perigee.grpc.relation.Relations;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the graph reads of messages for fields that they don't have. Immutable.
 *
 * @param declared paths in the IDL's names that Java code and other sources read of a message, by the coordinate of their
 *     field
 */
record Needs(Relations relations, Map<String, List<String>> declared) {
    /** Paths in the IDL's names; one that is empty stands for all of the message. */
    Collection<String> of(MessageType message, SelectedField field) {
        String coordinate = field.definition().coordinate();
        Relation relation = relations.of(coordinate);
        if (relation != null) return relation.parentNeeds();
        List<String> known = declared.get(coordinate);
        if (known != null) return known;
        Set<String> properties = field.parentNeeds();
        if (properties != null) return ofProperties(message, properties);
        String name = field.definition().name();
        boolean isOwn = message.field(name) != null || name.equals("__typename");
        return isOwn ? Set.of() : Set.of("");
    }

    private static List<String> ofProperties(MessageType message, Set<String> properties) {
        List<String> paths = new ArrayList<>();
        for (String property : properties) {
            MessageField own = message.field(property);
            if (own == null) return List.of("");
            paths.addAll(protoNames(own));
        }
        return paths;
    }

    /** The fields of the message behind a field of the graph. */
    static List<String> protoNames(MessageField field) {
        return switch (field) {
            case MessageField.Single single -> List.of(single.descriptor().getName());
            case MessageField.Repeated repeated -> List.of(repeated.descriptor().getName());
            case MessageField.JsonMap map -> List.of(map.descriptor().getName());
            case MessageField.OneOf oneOf ->
                oneOf.descriptor().getFields().stream()
                        .map(FieldDescriptor::getName)
                        .toList();
            case MessageField.Nothing nothing -> List.of();
        };
    }
}
