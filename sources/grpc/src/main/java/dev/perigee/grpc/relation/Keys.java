package dev.perigee.grpc.relation;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.Descriptors.FieldDescriptor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keys: one value, or of a key with several parts a List of them. Read from parents, written to requests. */
final class Keys {
    private Keys() {}

    /** The distinct keys of a parent, as many as it names; none where a part of one is unset. */
    static List<Object> of(Batch batch, Object parent, MessageReader reader) {
        List<KeyPart> parts = batch.parts();
        if (parts.size() == 1) {
            Object value = parts.getFirst().from().read(parent, reader);
            if (value instanceof List<?> list) return new ArrayList<>(list);
            return value == null ? List.of() : List.of(value);
        }
        List<Object> key = new ArrayList<>(parts.size());
        for (KeyPart part : parts) {
            Object value = part.from().read(parent, reader);
            if (value == null) return List.of();
            key.add(value);
        }
        return List.of(key);
    }

    /** The field of a batch's request that takes keys. @param item further fields of a message with a key in it */
    static ByteString inBatch(Batch batch, Collection<Object> keys, ByteString item) {
        FieldDescriptor field = batch.keys().getLast();
        ByteString written = ValueWriter.written(out -> {
            if (batch.parts().getFirst().request().isEmpty()) ValueWriter.write(out, field, List.copyOf(keys));
            else for (Object key : keys) ValueWriter.writeMessage(out, field, item.concat(itemOf(batch.parts(), key)));
        });
        return within(batch.keys(), written);
    }

    private static ByteString itemOf(List<KeyPart> parts, Object key) {
        return ValueWriter.written(out -> {
            for (int i = 0; i < parts.size(); i++) writePart(out, parts.get(i).request(), part(key, parts.size(), i));
        });
    }

    /** The fields of a single call's request that take a key. */
    static ByteString inSingle(List<KeyPart> parts, Object key) {
        return ValueWriter.written(out -> {
            for (int i = 0; i < parts.size(); i++) writePart(out, parts.get(i).single(), part(key, parts.size(), i));
        });
    }

    private static Object part(Object key, int count, int index) {
        return count == 1 ? key : ((List<?>) key).get(index);
    }

    private static void writePart(CodedOutputStream out, @Nullable List<FieldDescriptor> path, Object value)
            throws IOException {
        if (path == null) throw new IllegalStateException("A key without a field");
        ByteString field = ValueWriter.written(inner -> ValueWriter.write(inner, path.getLast(), value));
        out.writeRawBytes(within(path, field));
    }

    /** A field, written already, inside the messages that lead to it. */
    private static ByteString within(List<FieldDescriptor> path, ByteString field) {
        ByteString written = field;
        for (FieldDescriptor message : path.subList(0, path.size() - 1).reversed()) {
            ByteString inner = written;
            written = ValueWriter.written(out -> ValueWriter.writeMessage(out, message, inner));
        }
        return written;
    }
}
