package dev.perigee.grpc.pushdown;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.Struct;
import dev.perigee.data.ClientException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The field {@code google.protobuf.Struct arguments} of an extended selection. Immutable. */
record ArgumentsField(FieldDescriptor field) {
    static @Nullable ArgumentsField of(Descriptor node) {
        FieldDescriptor field = node.findFieldByName("arguments");
        boolean isStruct = field != null
                && !field.isRepeated()
                && field.getJavaType() == FieldDescriptor.JavaType.MESSAGE
                && field.getMessageType().getFullName().equals("google.protobuf.Struct");
        return isStruct ? new ArgumentsField(field) : null;
    }

    /** The descriptor may be of a pool of its own, so it is not the class {@code Struct} that is set. */
    void write(Map<String, @Nullable Object> arguments, DynamicMessage.Builder selection) {
        try {
            var bytes = JsonValues.struct(arguments).toByteString();
            selection.setField(field, DynamicMessage.parseFrom(field.getMessageType(), bytes));
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("A Struct is not a Struct", e);
        }
    }

    Map<String, @Nullable Object> read(Message selection) {
        if (!selection.hasField(field)) return Map.of();
        try {
            Object arguments = selection.getField(field);
            Struct struct =
                    arguments instanceof Struct known ? known : Struct.parseFrom(((Message) arguments).toByteString());
            return JsonValues.map(struct);
        } catch (InvalidProtocolBufferException e) {
            throw new ClientException("INVALID_ARGUMENT", "The arguments of a selection can't be read.", e);
        }
    }
}
