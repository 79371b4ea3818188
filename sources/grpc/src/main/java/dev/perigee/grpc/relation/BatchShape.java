package dev.perigee.grpc.relation;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.MethodDescriptor;
import java.util.ArrayList;
import java.util.List;

/**
 * What a batch's call does with a key: relations of equal shapes have equal results for equal keys. Immutable.
 *
 * @param keys from the request to a part of the key, and from an item of the result to it
 * @param value from the reply to the value
 */
record BatchShape(
        MethodDescriptor method,
        List<List<FieldDescriptor>> keys,
        List<String> value,
        boolean isMany,
        boolean isPositional) {
    static BatchShape of(MethodDescriptor method, Batch batch) {
        List<List<FieldDescriptor>> keys = new ArrayList<>();
        keys.add(batch.keys());
        List<String> value =
                new ArrayList<>(List.of(batch.items().protoPath(), batch.value().protoPath()));
        for (KeyPart part : batch.parts()) {
            keys.add(part.request());
            FieldPath result = part.result();
            value.add(result == null ? "" : result.protoPath());
        }
        return new BatchShape(method, List.copyOf(keys), List.copyOf(value), batch.isMany(), batch.isPositional());
    }
}
