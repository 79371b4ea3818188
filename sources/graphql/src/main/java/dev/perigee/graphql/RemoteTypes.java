package dev.perigee.graphql;

import dev.perigee.language.OperationType;
import dev.perigee.schema.ObjectType;
import dev.perigee.schema.ScalarType;
import dev.perigee.schema.Schema;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What is asked of a remote schema in more than one place. */
final class RemoteTypes {
    private RemoteTypes() {}

    static Set<String> scalars(Schema schema) {
        return schema.types().stream()
                .filter(ScalarType.class::isInstance)
                .map(type -> type.name())
                .collect(Collectors.toSet());
    }

    /** The root types that there are. */
    static Map<OperationType, ObjectType> roots(Schema schema) {
        Map<OperationType, ObjectType> roots = new EnumMap<>(OperationType.class);
        for (OperationType operation : OperationType.values()) {
            ObjectType type = schema.rootType(operation);
            if (type != null) roots.put(operation, type);
        }
        return roots;
    }
}
