package dev.perigee.grpc.graph;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.MethodDescriptor;
import dev.perigee.grpc.graph.RootField.Result;
import java.util.List;

/**
 * Who may use a field that is a call: the rules of its method, and those of what the field passes over on the way to its
 * value, which are on no type or field of the graph then.
 */
final class CallAccess {
    private CallAccess() {}

    static AccessRules of(RootField root, Problems problems) {
        return root.result() instanceof Result.Part(MessageType reply, MessageField field)
                ? of(root.method(), OutputRules.descriptors(field), problems)
                : AccessRules.of(root.method());
    }

    /** @param path from the reply to the value; empty for the reply itself */
    static AccessRules of(MethodDescriptor method, List<FieldDescriptor> path, Problems problems) {
        String place = RootFields.fullName(method);
        AccessRules all = AccessRules.of(method);
        for (FieldDescriptor field : path) {
            all = all.and(AccessRules.of(field.getContainingType()), place, problems)
                    .and(AccessRules.of(field), place, problems);
        }
        return all;
    }
}
