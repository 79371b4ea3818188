package dev.perigee.grpc.graph;

import dev.perigee.grpc.graph.InputField.InputForm;
import dev.perigee.grpc.graph.InputField.OneOf;
import dev.perigee.grpc.graph.InputField.Value;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What an update changes a part of: whatever its message requires, a client gives the fields that change and no others. A
 * message has one input type, so what else takes it doesn't require them in the graph either; the rules of the request
 * still do, before the call.
 *
 * @see <a href="https://google.aip.dev/134">AIP-134</a>
 */
final class PartialUpdates {
    private PartialUpdates() {}

    /** Completes types again that are updated in part, and says which fields are meant. */
    static void open(Collection<InputType> types, List<String> report) {
        for (InputType type : updated(types)) {
            if (type.allFields().stream().noneMatch(InputField::isRequired)) continue;
            for (InputField field : type.allFields()) {
                if (!field.isRequired()) continue;
                report.add(
                        "%s.%s is not required: an update may leave it as it is.".formatted(type.name(), field.name()));
            }
            type.complete(type.allFields().stream().map(InputField::optional).toList());
        }
    }

    /** A mask goes into objects, but lists and maps are replaced as a whole. */
    private static Set<InputType> updated(Collection<InputType> types) {
        Set<InputType> updated = new LinkedHashSet<>();
        Deque<InputType> open = new ArrayDeque<>();
        for (InputType type : types) {
            for (InputField field : type.allFields()) {
                boolean isResource =
                        field instanceof Value value && value.descriptor().equals(type.updatedResource());
                if (isResource) addObjects(field, open);
            }
        }
        while (!open.isEmpty()) {
            InputType type = open.remove();
            if (!updated.add(type)) continue;
            for (InputField field : type.allFields()) addObjects(field, open);
        }
        return updated;
    }

    private static void addObjects(InputField field, Deque<InputType> open) {
        switch (field) {
            case Value value when !value.descriptor().isRepeated() -> addObject(value, open);
            case OneOf oneof -> oneof.members().values().forEach(member -> addObject(member, open));
            default -> {}
        }
    }

    private static void addObject(Value value, Deque<InputType> open) {
        if (value.form() instanceof InputForm.OfMessage(InputType type)) open.add(type);
    }
}
