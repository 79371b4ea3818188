package dev.perigee.grpc.relation;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.MethodDescriptor;
import dev.perigee.grpc.graph.Form;
import dev.perigee.grpc.graph.MessageField;
import dev.perigee.grpc.graph.MessageType;
import dev.perigee.grpc.relation.Problems.Place;
import dev.perigee.schema.ListOf;
import dev.perigee.schema.OutputField;
import dev.perigee.schema.Type;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whether the type of a field is what a result is. */
record FieldFit(MessageTypes types) {
    /**
     * Tells what is wrong, if anything.
     *
     * @param last the field of the reply that the result is, null for the reply itself
     * @param isList whether there are several results
     */
    void check(OutputField field, MethodDescriptor method, @Nullable MessageField last, boolean isList, Place place) {
        String shown = last == null
                ? method.getOutputType().getFullName()
                : FieldPath.descriptor(last).getFullName();
        String name = last == null ? nameOf(types.of(method.getOutputType())) : nameOf(FieldPath.form(last));
        if (name == null) {
            place.add(shown + " is no type of the graph, so it can't be the value of a field." + fields(method, last));
            return;
        }
        Type type = field.type().nullable();
        boolean fits = isList ? type instanceof ListOf list && isOne(list.type(), name) : isOne(type, name);
        if (fits) return;
        String found = isList ? "a list of " + name : name;
        place.add(shown + " is " + found + ", but the field is " + field.type() + ".");
    }

    /** What may be meant instead of a reply as a whole. */
    private static String fields(MethodDescriptor method, @Nullable MessageField last) {
        if (last != null || method.getOutputType().getFields().isEmpty()) return "";
        return " Name a field of it: "
                + method.getOutputType().getFields().stream()
                        .map(FieldDescriptor::getName)
                        .collect(Collectors.joining(", "))
                + ".";
    }

    private static boolean isOne(Type type, String name) {
        Type one = type.nullable();
        if (one instanceof ListOf) return false;
        String found = one.named().name();
        return found.equals(name) || (found.equals("ID") && canBeId(name));
    }

    private static boolean canBeId(String name) {
        return switch (name) {
            case "String", "Int", "UInt32", "Int64", "UInt64" -> true;
            default -> false;
        };
    }

    private @Nullable String nameOf(Form form) {
        return switch (form) {
            case Form.OfEnum ofEnum -> ofEnum.type().name();
            case Form.OfMessage message -> nameOf(types.of(message.type().descriptor()));
            case Form.Wrapped wrapped -> nameOf(wrapped.value());
            case Form.Scalar scalar -> nameOf(scalar);
        };
    }

    private static @Nullable String nameOf(@Nullable MessageType type) {
        return type == null ? null : type.name();
    }

    private static String nameOf(Form.Scalar scalar) {
        return switch (scalar) {
            case BOOLEAN, EMPTY -> "Boolean";
            case INT -> "Int";
            case UINT32 -> "UInt32";
            case INT64, INT64_NUMBER -> "Int64";
            case UINT64, UINT64_NUMBER -> "UInt64";
            case FLOAT, DOUBLE -> "Float";
            case STRING -> "String";
            case ID -> "ID";
            case BYTES -> "Bytes";
            case TIMESTAMP -> "Timestamp";
            case DURATION -> "Duration";
            case FIELD_MASK -> "FieldMask";
            case JSON -> "JSON";
            case ANY -> "Any";
        };
    }
}
