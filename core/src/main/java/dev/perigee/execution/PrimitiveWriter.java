package dev.perigee.execution;

import dev.perigee.data.PrimitiveGetter;
import dev.perigee.json.JsonWriter;
import dev.perigee.plan.LeafFormat.BuiltIn;

/** Writes primitive properties without an object around them. */
final class PrimitiveWriter {
    private PrimitiveWriter() {}

    /** Reads and writes the property; false, and nothing is written, if the scalar takes no such primitive as it is. */
    static boolean write(PrimitiveGetter property, Object parent, BuiltIn scalar, JsonWriter out) {
        return switch (property) {
            case PrimitiveGetter.OfInt ofInt -> writeInt(ofInt, parent, scalar, out);
            case PrimitiveGetter.OfLong ofLong -> writeLong(ofLong, parent, scalar, out);
            case PrimitiveGetter.OfDouble ofDouble -> writeDouble(ofDouble, parent, scalar, out);
            case PrimitiveGetter.OfBoolean ofBoolean -> writeBoolean(ofBoolean, parent, scalar, out);
        };
    }

    private static boolean writeInt(PrimitiveGetter.OfInt property, Object parent, BuiltIn scalar, JsonWriter out) {
        if (scalar != BuiltIn.INT && scalar != BuiltIn.FLOAT) return false;
        out.writeInt(property.getter().applyAsInt(parent));
        return true;
    }

    /** May be too large for an {@code Int}. */
    private static boolean writeLong(PrimitiveGetter.OfLong property, Object parent, BuiltIn scalar, JsonWriter out) {
        if (scalar != BuiltIn.ID) return false;
        long number = property.getter().applyAsLong(parent);
        out.raw('"');
        out.writeLong(number);
        out.raw('"');
        return true;
    }

    /** May be no number. */
    private static boolean writeDouble(
            PrimitiveGetter.OfDouble property, Object parent, BuiltIn scalar, JsonWriter out) {
        if (scalar != BuiltIn.FLOAT) return false;
        double number = property.getter().applyAsDouble(parent);
        if (!Double.isFinite(number)) return false;
        out.writeDouble(number);
        return true;
    }

    private static boolean writeBoolean(
            PrimitiveGetter.OfBoolean property, Object parent, BuiltIn scalar, JsonWriter out) {
        if (scalar != BuiltIn.BOOLEAN) return false;
        out.writeBoolean(property.getter().test(parent));
        return true;
    }
}
