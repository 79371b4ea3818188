package dev.perigee.grpc.graph;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import com.google.protobuf.Descriptors.MethodDescriptor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A method that gives a list page by page, by AIP-158: {@code page_size}, {@code page_token}, {@code next_page_token}. */
record PagedMethod(FieldDescriptor size, FieldDescriptor token, FieldDescriptor items, FieldDescriptor nextToken) {
    /** Null if a method has not the form: one with several lists of messages doesn't say which of them is paged. */
    static @Nullable PagedMethod find(MethodDescriptor method, GraphOptions options) {
        if (method.isClientStreaming() || method.isServerStreaming()) return null;
        FieldDescriptor size = single(method.getInputType(), "page_size", JavaType.INT);
        FieldDescriptor token = single(method.getInputType(), "page_token", JavaType.STRING);
        FieldDescriptor next = single(method.getOutputType(), "next_page_token", JavaType.STRING);
        List<FieldDescriptor> lists = method.getOutputType().getFields().stream()
                .filter(field -> field.isRepeated() && !field.isMapField())
                .filter(field -> ValueKind.of(field, options) instanceof ValueKind.OfMessage)
                .toList();
        if (size == null || token == null || next == null || lists.size() != 1) return null;
        return new PagedMethod(size, token, lists.getFirst(), next);
    }

    private static @Nullable FieldDescriptor single(Descriptor message, String name, JavaType type) {
        FieldDescriptor field = message.findFieldByName(name);
        return field == null || field.isRepeated() || field.getJavaType() != type ? null : field;
    }
}
