package dev.perigee.grpc.input;

import com.google.protobuf.Descriptors.EnumValueDescriptor;
import dev.perigee.grpc.graph.EnumShape;

/** An enum's value by its name in the graph or in the IDL, or by its number. */
record EnumReader(EnumShape type) implements ValueReader {
    @Override
    public Object read(Object json, InputPath path) {
        if (!(json instanceof String name)) return IntegerRange.INT32.number(IntegerRange.INT32.bits(json));
        EnumValueDescriptor inIdl = type.value(name) == null ? type.descriptor().findValueByName(name) : null;
        return inIdl == null ? name : inIdl.getNumber();
    }
}
