package dev.perigee.grpc.relation;

import dev.perigee.data.ClientException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one parent waits for: a slot for each of its keys. */
final class Wanted {
    /** Nothing to ask for. */
    static final Wanted NOTHING = new Wanted(List.of());

    private final List<Slot> slots;

    Wanted(List<Slot> slots) {
        this.slots = slots;
    }

    static Wanted failed(Throwable cause) {
        Slot slot = new Slot();
        slot.fail(cause);
        return new Wanted(List.of(slot));
    }

    /** Why the field has no value, null if it has. */
    @Nullable Throwable failure(Relation relation) {
        for (Slot slot : slots) {
            Throwable failure = slot.failure();
            if (failure != null) return failure;
            if (slot.value() == null && relation.missing() == Missing.ERROR && !isMany(relation))
                return missing(relation);
        }
        return null;
    }

    /** The value of the field. */
    @Nullable Object value(Relation relation) {
        Batch batch = relation.batch();
        if (batch != null && batch.hasListOfKeys()) return list(relation);
        if (slots.isEmpty()) return relation.isList() ? List.of() : null;
        Object value = slots.getFirst().value();
        return value == null && isMany(relation) ? List.of() : value;
    }

    private List<@Nullable Object> list(Relation relation) {
        List<@Nullable Object> values = new ArrayList<>(slots.size());
        for (Slot slot : slots) {
            Object value = slot.value();
            if (value != null || relation.missing() != Missing.OMIT) values.add(value);
        }
        return values;
    }

    private static boolean isMany(Relation relation) {
        Batch batch = relation.batch();
        return batch != null && batch.isMany();
    }

    private static ClientException missing(Relation relation) {
        return new ClientException(
                "NOT_FOUND", relation.methodName() + " has no result for " + relation.coordinate() + ".");
    }
}
