package dev.perigee.plan;

import dev.perigee.json.JsonWriter;
import dev.perigee.plan.LeafFormat.BuiltIn;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** A getter of a primitive property, which can also be written without an object around it. */
public sealed interface PrimitiveGetter extends Function<Object, @Nullable Object> {
    /** Reads and writes the property; false, and nothing is written, if the scalar takes no such primitive as it is. */
    boolean write(Object parent, BuiltIn scalar, JsonWriter out);

    /** Of an {@code int}. */
    record OfInt(ToIntFunction<Object> getter) implements PrimitiveGetter {
        @Override
        public Object apply(Object parent) {
            return getter.applyAsInt(parent);
        }

        @Override
        public boolean write(Object parent, BuiltIn scalar, JsonWriter out) {
            if (scalar != BuiltIn.INT && scalar != BuiltIn.FLOAT) return false;
            out.writeInt(getter.applyAsInt(parent));
            return true;
        }
    }

    /** Of a {@code long}, which may be too large for an {@code Int}. */
    record OfLong(ToLongFunction<Object> getter) implements PrimitiveGetter {
        @Override
        public Object apply(Object parent) {
            return getter.applyAsLong(parent);
        }

        @Override
        public boolean write(Object parent, BuiltIn scalar, JsonWriter out) {
            if (scalar != BuiltIn.ID) return false;
            long number = getter.applyAsLong(parent);
            out.raw('"');
            out.writeLong(number);
            out.raw('"');
            return true;
        }
    }

    /** Of a {@code double}, which may be no number. */
    record OfDouble(ToDoubleFunction<Object> getter) implements PrimitiveGetter {
        @Override
        public Object apply(Object parent) {
            return getter.applyAsDouble(parent);
        }

        @Override
        public boolean write(Object parent, BuiltIn scalar, JsonWriter out) {
            if (scalar != BuiltIn.FLOAT) return false;
            double number = getter.applyAsDouble(parent);
            if (!Double.isFinite(number)) return false;
            out.writeDouble(number);
            return true;
        }
    }

    /** Of a {@code boolean}. */
    record OfBoolean(Predicate<Object> getter) implements PrimitiveGetter {
        @Override
        public Object apply(Object parent) {
            return getter.test(parent);
        }

        @Override
        public boolean write(Object parent, BuiltIn scalar, JsonWriter out) {
            if (scalar != BuiltIn.BOOLEAN) return false;
            out.writeBoolean(getter.test(parent));
            return true;
        }
    }
}
