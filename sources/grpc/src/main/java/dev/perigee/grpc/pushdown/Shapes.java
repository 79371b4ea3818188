package dev.perigee.grpc.pushdown;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import dev.perigee.grpc.pushdown.FieldTree.Selected;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What of a message can be asked for by itself. */
final class Shapes {
    /** What databases have an index of, and resources always know. */
    private static final List<String> KEYS = List.of("id", "name", "uid");

    /** Messages that are values: there is nothing to select in them. */
    private static final Set<String> VALUES = Set.of(
            "google/protobuf/timestamp.proto",
            "google/protobuf/duration.proto",
            "google/protobuf/field_mask.proto",
            "google/protobuf/struct.proto",
            "google/protobuf/any.proto",
            "google/protobuf/empty.proto",
            "google/protobuf/wrappers.proto");

    private Shapes() {}

    /** The message whose fields can be asked for below a field: of a map, the values'; null of a leaf. */
    static @Nullable Descriptor below(FieldDescriptor field) {
        if (field.getJavaType() != JavaType.MESSAGE) return null;
        if (field.isMapField()) return below(field.getMessageType().findFieldByNumber(2));
        Descriptor message = field.getMessageType();
        return VALUES.contains(message.getFile().getFullName()) ? null : message;
    }

    /** The field that costs least to read: the key, or else the first that is a single value. */
    static FieldTree cheapest(Descriptor message) {
        for (String name : KEYS) {
            FieldDescriptor field = message.findFieldByName(name);
            if (field != null && isCheap(field)) return only(field);
        }
        for (FieldDescriptor field : message.getFields()) if (isCheap(field)) return only(field);
        return message.getFields().isEmpty() ? FieldTree.EVERYTHING : smallest(message);
    }

    private static boolean isCheap(FieldDescriptor field) {
        return !field.isRepeated()
                && field.getJavaType() != JavaType.MESSAGE
                && field.getJavaType() != JavaType.BYTE_STRING;
    }

    /** Of a message with nothing cheap in it, a field that is not a message if there is one. */
    private static FieldTree smallest(Descriptor message) {
        for (FieldDescriptor field : message.getFields()) if (below(field) == null) return only(field);
        FieldDescriptor first = message.getFields().getFirst();
        Descriptor inside = below(first);
        FieldTree key = inside == null ? FieldTree.EVERYTHING : keyOf(inside);
        return new FieldTree(List.of(new Selected(first.getName(), key)));
    }

    /** One level only: messages may contain themselves. */
    private static FieldTree keyOf(Descriptor message) {
        for (FieldDescriptor field : message.getFields()) if (isCheap(field)) return only(field);
        return FieldTree.EVERYTHING;
    }

    private static FieldTree only(FieldDescriptor field) {
        return new FieldTree(List.of(new Selected(field.getName(), FieldTree.EVERYTHING)));
    }
}
