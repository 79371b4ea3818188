package dev.perigee.grpc.input;

import com.google.protobuf.Descriptors.FieldDescriptor;
import dev.perigee.grpc.input.EncodeOptions.Nulls;
import dev.perigee.schema.CoercionException;
import org.jspecify.annotations.Nullable;

/** A field that has at most one value. */
record SingleWriter(FieldDescriptor descriptor, ValueWriter writer, Nulls nulls) implements FieldWriter {
    @Override
    public void write(@Nullable Object value, Encoding encoding) {
        int number = descriptor.getNumber();
        if (value == null) writeNull(encoding);
        else if (descriptor.hasPresence()) Tagged.write(number, writer, value, encoding);
        else Tagged.writeUnlessDefault(number, writer, value, encoding);
    }

    private void writeNull(Encoding encoding) {
        if (writer.hasNull()) {
            if (descriptor.hasPresence()) Tagged.writeNull(descriptor.getNumber(), writer, encoding);
            return;
        }
        if (descriptor.isRequired()) throw new CoercionException("It is null, and required.");
        if (descriptor.hasPresence() || nulls == Nulls.UNSET) return;
        throw new CoercionException("It is null, which this field has no state for. Leave it out for its default.");
    }
}
