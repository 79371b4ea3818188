package dev.perigee.grpc.relation;

import com.google.protobuf.ByteString;
import dev.perigee.data.ClientException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A call for many keys. */
final class BatchCall extends RelationCall {
    private final Relation relation;
    private final Batch batch;
    private final Map<Object, Slot> slots;
    private final Singles singles;
    private final MessageReader reader;

    /** @param slots by their keys, in the order of the request */
    BatchCall(
            Relation relation,
            Batch batch,
            ByteString request,
            Map<Object, Slot> slots,
            Singles singles,
            MessageReader reader) {
        super(relation.method(), request);
        this.relation = relation;
        this.batch = batch;
        this.slots = slots;
        this.singles = singles;
        this.reader = reader;
    }

    @Override
    public int keys() {
        return slots.size();
    }

    @Override
    void take(Object message) {
        List<Object> items = batch.items().readAll(message, reader);
        if (batch.isPositional()) inOrder(items);
        else byKey(items);
    }

    /** What is of no key, or of one that nobody asked for, is ignored. */
    private void byKey(List<Object> items) {
        for (Object item : items) {
            Object key = keyOf(item);
            Slot slot = key == null ? null : slots.get(key);
            if (slot != null) take(item, slot);
        }
    }

    private void inOrder(List<Object> items) {
        if (items.size() != slots.size()) {
            fail(new ClientException(
                    "UPSTREAM_MISMATCH",
                    relation.methodName() + " replied with " + items.size() + " results for " + slots.size()
                            + " keys, but its results are declared to be in the order of the keys."));
            return;
        }
        int next = 0;
        for (Slot slot : slots.values()) take(items.get(next++), slot);
    }

    private void take(Object item, Slot slot) {
        if (batch.isMany()) slot.addAll(batch.value().readAll(item, reader));
        else slot.setIfAbsent(batch.value().read(item, reader));
    }

    private @Nullable Object keyOf(Object item) {
        List<KeyPart> parts = batch.parts();
        if (parts.size() == 1) return part(item, parts.getFirst());
        List<Object> key = new ArrayList<>(parts.size());
        for (KeyPart part : parts) {
            Object value = part(item, part);
            if (value == null) return null;
            key.add(value);
        }
        return key;
    }

    private @Nullable Object part(Object item, KeyPart part) {
        FieldPath path = part.result();
        Object read = path == null ? null : path.read(item, reader);
        return path == null || read == null
                ? null
                : Values.of(read, path.fields().getLast());
    }

    @Override
    public void fail(Throwable cause) {
        for (Slot slot : slots.values()) slot.fail(cause);
    }

    @Override
    public List<RelationCall> notFound(Throwable cause) {
        return switch (batch.notFound()) {
            case FAIL -> {
                fail(cause);
                yield List.of();
            }
            case NULL -> List.of();
            case SINGLE -> Collections.unmodifiableList(singles.of(slots));
        };
    }
}
