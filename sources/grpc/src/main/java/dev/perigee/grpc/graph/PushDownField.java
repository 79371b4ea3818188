package dev.perigee.grpc.graph;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A field of a request by which a service is told what is asked for. It is filled in for the client, so it is no
 * argument. Immutable.
 */
public record PushDownField(Kind kind, FieldDescriptor field) {
    /** How a selection is told. */
    public enum Kind {
        /**
         * A tree: {@code repeated} of a message, wherever it is defined, with a string {@code name} and a repeated field
         * {@code selections} of that message itself. In the extended form it has {@code alias} and {@code arguments} too.
         */
        SELECTIONS,
        /** Paths: {@code google.protobuf.FieldMask read_mask}, or {@code field_mask} where nothing is updated. */
        MASK,
        /** How much of a resource: {@code view}, of an enum {@code ...View} with {@code BASIC} and {@code FULL}. */
        VIEW
    }

    private static final Set<String> MASK_NAMES = Set.of("read_mask", "field_mask");

    /** Those of a request, in its order; recognised by their shape. */
    public static List<PushDownField> find(Descriptor request) {
        List<PushDownField> found = new ArrayList<>();
        for (FieldDescriptor field : request.getFields()) {
            Kind kind = kindOf(field);
            if (kind != null) found.add(new PushDownField(kind, field));
        }
        return List.copyOf(found);
    }

    /** Whether a message is a node of a tree of selections. */
    public static boolean isSelection(Descriptor message) {
        FieldDescriptor name = message.findFieldByName("name");
        FieldDescriptor selections = message.findFieldByName("selections");
        return name != null
                && selections != null
                && name.getType() == FieldDescriptor.Type.STRING
                && !name.isRepeated()
                && selections.isRepeated()
                && selections.getJavaType() == JavaType.MESSAGE
                && selections.getMessageType().equals(message);
    }

    private static @Nullable Kind kindOf(FieldDescriptor field) {
        return switch (field.getJavaType()) {
            case MESSAGE -> {
                if (field.isRepeated()) yield isSelection(field.getMessageType()) ? Kind.SELECTIONS : null;
                yield isReadMask(field) ? Kind.MASK : null;
            }
            case ENUM -> isView(field) ? Kind.VIEW : null;
            default -> null;
        };
    }

    /** A {@code field_mask} of an update says what is written, as older services have it. */
    private static boolean isReadMask(FieldDescriptor field) {
        if (!isFieldMask(field) || !MASK_NAMES.contains(field.getName())) return false;
        Descriptor request = field.getContainingType();
        return field.getName().equals("read_mask") || !request.getName().startsWith("Update");
    }

    static boolean isFieldMask(FieldDescriptor field) {
        return field.getJavaType() == JavaType.MESSAGE
                && !field.isRepeated()
                && field.getMessageType().getFullName().equals("google.protobuf.FieldMask");
    }

    private static boolean isView(FieldDescriptor field) {
        return field.getName().equals("view")
                && !field.isRepeated()
                && field.getEnumType().getName().endsWith("View")
                && hasValue(field, "BASIC")
                && hasValue(field, "FULL");
    }

    private static boolean hasValue(FieldDescriptor field, String lastWord) {
        for (EnumValueDescriptor value : field.getEnumType().getValues()) {
            if (value.getName().equals(lastWord) || value.getName().endsWith("_" + lastWord)) return true;
        }
        return false;
    }
}
