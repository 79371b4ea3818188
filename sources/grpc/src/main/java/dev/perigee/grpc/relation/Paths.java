package dev.perigee.grpc.relation;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import dev.perigee.grpc.graph.MessageField;
import dev.perigee.grpc.relation.Problems.Place;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the fields that paths name. Each method returns null after it has told what is wrong. */
record Paths(PlainTypes types) {
    /** To a field to be read; the message itself for an empty path. */
    @Nullable FieldPath toRead(Descriptor message, String path, Place place) {
        if (path.isEmpty()) return FieldPath.HERE;
        List<FieldDescriptor> found = toWrite(message, path, place);
        if (found == null) return null;
        List<MessageField> fields = found.stream().map(types::field).toList();
        return new FieldPath(fields);
    }

    /** To a field to be filled in. */
    @Nullable List<FieldDescriptor> toWrite(Descriptor message, String path, Place place) {
        List<FieldDescriptor> found = new ArrayList<>();
        Descriptor within = message;
        for (String name : path.split("\\.", -1)) {
            if (within == null) {
                FieldDescriptor last = found.getLast();
                place.add("\"" + path + "\": " + last.getFullName() + " is " + shown(last)
                        + ", there are no fields in it. End the path there.");
                return null;
            }
            FieldDescriptor field = field(within, name, place);
            if (field == null) return null;
            found.add(field);
            within = isMessage(field) ? field.getMessageType() : null;
        }
        return found;
    }

    /** A field by its name in the IDL. */
    static @Nullable FieldDescriptor field(Descriptor message, String name, Place place) {
        FieldDescriptor field = message.findFieldByName(name);
        if (field != null) return field;
        List<String> names =
                message.getFields().stream().map(FieldDescriptor::getName).toList();
        place.add(message.getFullName() + " has no field \"" + name + "\"." + Problems.meant(name, names));
        return null;
    }

    /** Whether it is a message whose fields can be named: more than one value. */
    static boolean isMessage(FieldDescriptor field) {
        return field.getJavaType() == JavaType.MESSAGE && !Values.isWrapper(field) && !TimeValues.isTime(field);
    }

    /** {@code string}, {@code repeated int64} or {@code acme.v1.User}. */
    static String shown(FieldDescriptor field) {
        if (field.isMapField()) return "a map";
        String kind = ValueKind.of(field).shown();
        return field.isRepeated() ? "repeated " + kind : kind;
    }
}
