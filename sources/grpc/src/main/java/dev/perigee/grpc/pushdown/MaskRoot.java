package dev.perigee.grpc.pushdown;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a mask or a view in a request is about: the resource, wherever in the reply it is. Immutable.
 *
 * @param path from the reply to the resource
 * @see <a href="https://google.aip.dev/157">AIP-157: Partial responses</a>
 */
record MaskRoot(List<FieldDescriptor> path, Descriptor resource) {
    /** @throws IllegalArgumentException if the reply has no such field */
    static MaskRoot of(Descriptor reply, @Nullable String declared) {
        if (declared != null) return at(reply, declared);
        FieldDescriptor inside = reply.getName().endsWith("Response") ? resourceIn(reply) : null;
        Descriptor resource = inside == null ? null : Shapes.below(inside);
        return inside == null || resource == null
                ? new MaskRoot(List.of(), reply)
                : new MaskRoot(List.of(inside), resource);
    }

    private static MaskRoot at(Descriptor reply, String declared) {
        List<FieldDescriptor> path = new ArrayList<>();
        Descriptor message = reply;
        for (String name : declared.isEmpty() ? new String[0] : declared.split("\\.")) {
            FieldDescriptor field = message.findFieldByName(name);
            Descriptor below = field == null ? null : Shapes.below(field);
            if (field == null || below == null) {
                throw new IllegalArgumentException(
                        "maskRoot: " + declared + ": " + message.getFullName() + " has no message \"" + name + "\"");
            }
            path.add(field);
            message = below;
        }
        return new MaskRoot(List.copyOf(path), message);
    }

    /** The only list of messages, or else the only message. */
    private static @Nullable FieldDescriptor resourceIn(Descriptor reply) {
        List<FieldDescriptor> messages = reply.getFields().stream()
                .filter(field -> !field.isMapField() && Shapes.below(field) != null)
                .toList();
        List<FieldDescriptor> lists =
                messages.stream().filter(FieldDescriptor::isRepeated).toList();
        if (lists.size() == 1) return lists.getFirst();
        return messages.size() == 1 ? messages.getFirst() : null;
    }

    /** What is asked for of the resource; its cheapest field if nothing is. */
    FieldTree within(FieldTree reply) {
        FieldTree tree = reply;
        for (FieldDescriptor field : path) {
            FieldTree below = tree.below(field.getName());
            if (below == null) return Shapes.cheapest(resource);
            tree = below;
        }
        return tree;
    }
}
