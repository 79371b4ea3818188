package dev.perigee.grpc.relation;

import com.google.protobuf.Descriptors.MethodDescriptor;
import dev.perigee.grpc.graph.MessageType;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A field whose value is the reply of a call, or a part of it. Bound to the IDL. Immutable; compared by identity where
 * calls are merged.
 *
 * @param coordinate of the field, such as {@code User.friends}
 * @param isRoot whether it is a field of a root type, which has no parents
 * @param parent the message whose field it is; null for a root's, and where the parents are another source's or Java's
 * @param bindings what is filled in of the request, without what is a batch's
 * @param reply what the method replies; made for the relation if the graph has no such type
 * @param result from the reply to the value; of a batch, to what is repeated and the value in it
 * @param isList whether the field's type is a list
 * @param batch how the keys of all parents go into one call; null for a call of each parent
 * @param missing where a key has no result; {@link Missing#ERROR} where the schema has no place for null
 */
public record Relation(
        String coordinate,
        boolean isRoot,
        @Nullable MessageType parent,
        MethodDescriptor method,
        List<Binding> bindings,
        MessageType reply,
        FieldPath result,
        boolean isList,
        @Nullable Batch batch,
        Missing missing) {
    public Relation {
        bindings = List.copyOf(bindings);
    }

    /** As the IDL has it, such as {@code acme.v1.Users/ListFriends}. */
    public String methodName() {
        return nameOf(method);
    }

    /**
     * What it reads of its parent, for whoever is asked for that: paths in the IDL's names of a message, names of properties
     * of anything else.
     */
    public Set<String> parentNeeds() {
        Set<String> needs = new LinkedHashSet<>();
        for (Binding binding : bindings) {
            if (binding.source() instanceof ValueSource.Parent from)
                needs.add(from.value().need());
        }
        if (batch != null)
            for (KeyPart part : batch.parts()) needs.add(part.from().need());
        return needs;
    }

    /** What it reads of the reply besides what clients select, as paths in the IDL's names. */
    public Set<String> replyNeeds() {
        Set<String> needs = new LinkedHashSet<>();
        if (batch == null) return needs;
        for (KeyPart part : batch.parts()) {
            FieldPath key = part.result();
            if (key != null) needs.add(batch.items().protoPath() + "." + key.protoPath());
        }
        return needs;
    }

    static String nameOf(MethodDescriptor method) {
        return method.getService().getFullName() + "/" + method.getName();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    @Override
    public String toString() {
        return coordinate + " <- " + methodName();
    }
}
