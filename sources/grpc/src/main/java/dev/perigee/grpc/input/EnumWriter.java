package dev.perigee.grpc.input;

import com.google.protobuf.Descriptors.EnumValueDescriptor;
import dev.perigee.grpc.graph.EnumShape;
import dev.perigee.schema.CoercionException;
import dev.perigee.schema.Suggestions;

/**
 * An enum's value, by its name in the graph or its number; a closed enum has no numbers but its own.
 *
 * @param hasNull whether null is a value, the zero that stands for nothing: where there is no other way to say so
 */
record EnumWriter(EnumShape type, boolean hasNull) implements ValueWriter {
    @Override
    public int wireType() {
        return WireBuffer.VARINT;
    }

    @Override
    public void write(Object value, Encoding encoding) {
        encoding.out().varint(value instanceof String name ? numberOf(name) : checked(value));
    }

    @Override
    public void writeNull(Encoding encoding) {
        encoding.out().varint(0);
    }

    private int numberOf(String name) {
        EnumValueDescriptor value = type.value(name);
        if (value != null) return value.getNumber();
        throw new CoercionException("Enum \"%s\" has no value %s.%s"
                .formatted(type.name(), Shown.value(name), Suggestions.didYouMean(name, type.valueNames())));
    }

    private int checked(Object value) {
        int number = (int) IntegerRange.INT32.bits(value);
        boolean isKnown = !type.descriptor().isClosed() || type.descriptor().findValueByNumber(number) != null;
        if (isKnown) return number;
        throw new CoercionException("Enum \"%s\" has no value %d, and takes no other.".formatted(type.name(), number));
    }
}
