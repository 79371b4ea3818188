package dev.perigee.grpc.relation;

import com.google.protobuf.Descriptors.FieldDescriptor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a batch's key; most keys have one. Immutable.
 *
 * @param name what the parts are known by where there are several, empty of one alone
 * @param from what is read of the parent; its only part may be repeated: then each of its items is a key
 * @param request from the message that is repeated to the field of the key; empty where keys are no messages
 * @param result from an item of the result to the field that says whose it is; null where results are matched by position
 * @param single from the request of a single call to the field; null where there are none
 */
public record KeyPart(
        String name,
        ParentValue from,
        List<FieldDescriptor> request,
        @Nullable FieldPath result,
        @Nullable List<FieldDescriptor> single) {
    public KeyPart {
        request = List.copyOf(request);
        single = single == null ? null : List.copyOf(single);
    }
}
