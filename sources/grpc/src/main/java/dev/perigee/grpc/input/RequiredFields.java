package dev.perigee.grpc.input;

import build.buf.validate.FieldPath;
import build.buf.validate.FieldPathElement;
import com.google.api.FieldBehavior;
import com.google.api.FieldBehaviorProto;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import dev.perigee.grpc.graph.UpdatedResource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The fields that {@code google.api.field_behavior} says are required, of a message and those within it. A number or
 * boolean without presence is there whatever it is; text and enums are missing where they are empty or zero. Below an
 * update mask nothing is required: what the mask leaves out stays as it is. Immutable once made.
 *
 * @see <a href="https://google.aip.dev/203">AIP-203</a>
 */
final class RequiredFields {
    private static final String UPDATE_MASK = "update_mask";

    private final List<FieldDescriptor> required = new ArrayList<>();
    private final Map<FieldDescriptor, RequiredFields> below = new HashMap<>();

    private RequiredFields() {}

    /** Null if nothing is. */
    static @Nullable RequiredFields of(Descriptor request) {
        Map<Descriptor, RequiredFields> made = new HashMap<>();
        RequiredFields fields = isUpdate(request) ? shallow(request) : deep(request, made);
        boolean isAny = !fields.required.isEmpty() || made.values().stream().anyMatch(each -> !each.required.isEmpty());
        return isAny ? fields : null;
    }

    private static boolean isUpdate(Descriptor request) {
        return UpdatedResource.find(request) != null || request.findFieldByName(UPDATE_MASK) != null;
    }

    private static RequiredFields shallow(Descriptor request) {
        RequiredFields fields = new RequiredFields();
        fields.addRequired(request);
        return fields;
    }

    /** One message after the other, and not one within the other: there may be more of them than a stack holds. */
    private static RequiredFields deep(Descriptor request, Map<Descriptor, RequiredFields> made) {
        Deque<Descriptor> open = new ArrayDeque<>();
        RequiredFields fields = new RequiredFields();
        made.put(request, fields);
        open.add(request);
        while (!open.isEmpty()) {
            Descriptor message = open.remove();
            Objects.requireNonNull(made.get(message)).addAll(message, made, open);
        }
        return fields;
    }

    private void addAll(Descriptor message, Map<Descriptor, RequiredFields> made, Deque<Descriptor> open) {
        addRequired(message);
        for (FieldDescriptor field : message.getFields()) {
            boolean isMessage = field.getJavaType() == FieldDescriptor.JavaType.MESSAGE;
            if (!isMessage || has(field, FieldBehavior.OUTPUT_ONLY)) continue;
            Descriptor type = field.getMessageType();
            below.put(field, made.computeIfAbsent(type, unknown -> {
                open.add(unknown);
                return new RequiredFields();
            }));
        }
    }

    private void addRequired(Descriptor message) {
        for (FieldDescriptor field : message.getFields()) {
            if (has(field, FieldBehavior.REQUIRED) && !has(field, FieldBehavior.OUTPUT_ONLY)) required.add(field);
        }
    }

    private static boolean has(FieldDescriptor field, FieldBehavior behavior) {
        return field.getOptions().getExtension(FieldBehaviorProto.fieldBehavior).contains(behavior);
    }

    /** @param missing takes the path of each that is */
    void check(Message message, Consumer<FieldPath> missing) {
        check(message, FieldPath.getDefaultInstance(), missing);
    }

    private void check(Message message, FieldPath path, Consumer<FieldPath> missing) {
        for (FieldDescriptor field : required) {
            if (isMissing(message, field)) missing.accept(below(path, element(field)));
        }
        if (below.isEmpty()) return;
        for (Map.Entry<FieldDescriptor, Object> given : message.getAllFields().entrySet()) {
            RequiredFields fields = below.get(given.getKey());
            if (fields != null) fields.checkBelow(given.getKey(), given.getValue(), path, missing);
        }
    }

    private void checkBelow(FieldDescriptor field, Object value, FieldPath path, Consumer<FieldPath> missing) {
        if (!(value instanceof List<?> items)) {
            check((Message) value, below(path, element(field)), missing);
            return;
        }
        for (int i = 0; i < items.size(); i++) {
            check((Message) items.get(i), below(path, element(field).setIndex(i)), missing);
        }
    }

    private static boolean isMissing(Message message, FieldDescriptor field) {
        if (field.isRepeated()) return message.getRepeatedFieldCount(field) == 0;
        if (field.hasPresence()) return !message.hasField(field);
        return switch (field.getJavaType()) {
            case STRING, BYTE_STRING, ENUM -> message.getField(field).equals(field.getDefaultValue());
            default -> false;
        };
    }

    private static FieldPathElement.Builder element(FieldDescriptor field) {
        return FieldPathElement.newBuilder().setFieldNumber(field.getNumber()).setFieldName(field.getName());
    }

    private static FieldPath below(FieldPath path, FieldPathElement.Builder element) {
        return path.toBuilder().addElements(element).build();
    }
}
