package dev.perigee.grpc.graph;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.OneofDescriptor;
import dev.perigee.grpc.graph.GraphOptions.FieldNames;

/** The names of fields, the same in replies and requests. */
final class MemberNames {
    private final GraphOptions options;

    MemberNames(GraphOptions options) {
        this.options = options;
    }

    String of(FieldDescriptor field) {
        String renamed = options.names.get(field.getFullName());
        if (renamed != null) return renamed;
        return options.fieldNames == FieldNames.JSON ? field.getJsonName() : field.getName();
    }

    /** A oneof has no name in JSON: it is made as a field's is. */
    String of(OneofDescriptor oneof) {
        String renamed = options.names.get(oneof.getFullName());
        if (renamed != null) return renamed;
        return options.fieldNames == FieldNames.JSON ? Words.camel(oneof.getName()) : oneof.getName();
    }
}
