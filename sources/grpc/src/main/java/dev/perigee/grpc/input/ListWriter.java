package dev.perigee.grpc.input;

import com.google.protobuf.Descriptors.FieldDescriptor;
import dev.perigee.schema.CoercionException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A repeated field, packed where its descriptor says so. Null is no items, as absence is. */
record ListWriter(FieldDescriptor descriptor, ValueWriter writer) implements FieldWriter {
    @Override
    public void write(@Nullable Object value, Encoding encoding) {
        if (value == null) return;
        if (!(value instanceof List<?> items)) {
            throw new CoercionException("It is " + Shown.value(value) + ", and has to be a list.");
        }
        if (items.isEmpty()) return;
        if (descriptor.isPacked()) writePacked(items, encoding);
        else writeEach(items, encoding);
    }

    private void writePacked(List<?> items, Encoding encoding) {
        encoding.out().tag(descriptor.getNumber(), WireBuffer.DELIMITED);
        int start = encoding.out().begin();
        int index = 0;
        for (Object item : items) writeItem(item, index++, encoding);
        encoding.out().end(start);
    }

    private void writeEach(List<?> items, Encoding encoding) {
        int index = 0;
        for (Object item : items) {
            encoding.out().tag(descriptor.getNumber(), writer.wireType());
            writeItem(item, index++, encoding);
        }
    }

    private void writeItem(@Nullable Object item, int index, Encoding encoding) {
        int mark = encoding.path().enter(index);
        if (item != null) writer.write(item, encoding);
        else if (writer.hasNull()) writer.writeNull(encoding);
        else throw new CoercionException("It is null, which items of a list can't be.");
        encoding.path().leave(mark);
    }
}
