package dev.perigee.grpc.relation;

import com.google.protobuf.Descriptors.FieldDescriptor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a relation's keys go into one call. Immutable.
 *
 * @param keys from the request to the repeated field that takes them
 * @param parts of a key
 * @param itemBindings further fields of the message that is repeated, none where keys are no messages; no parent's fields
 * @param items from the reply to what is repeated in it
 * @param value from such an item to the value; may be repeated if {@code isMany}
 * @param isMany whether a key has a list of values
 * @param isPositional whether the first item is the first key's: declared, never assumed
 * @param max keys in one call; at least 1
 * @param single what {@link NotFound#SINGLE} calls, null otherwise
 */
public record Batch(
        List<FieldDescriptor> keys,
        List<KeyPart> parts,
        List<Binding> itemBindings,
        FieldPath items,
        FieldPath value,
        boolean isMany,
        boolean isPositional,
        int max,
        NotFound notFound,
        @Nullable SingleCall single) {
    public Batch {
        keys = List.copyOf(keys);
        parts = List.copyOf(parts);
        itemBindings = List.copyOf(itemBindings);
    }

    /** Whether a parent has a list of keys. */
    public boolean hasListOfKeys() {
        return parts.getFirst().from().isRepeated();
    }
}
