package dev.perigee.data;

import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** A getter of a primitive property, which can also be read without an object around it. */
public sealed interface PrimitiveGetter extends Function<Object, @Nullable Object> {
    /** Of an {@code int}. */
    record OfInt(ToIntFunction<Object> getter) implements PrimitiveGetter {
        @Override
        public Object apply(Object parent) {
            return getter.applyAsInt(parent);
        }
    }

    /** Of a {@code long}. */
    record OfLong(ToLongFunction<Object> getter) implements PrimitiveGetter {
        @Override
        public Object apply(Object parent) {
            return getter.applyAsLong(parent);
        }
    }

    /** Of a {@code double}. */
    record OfDouble(ToDoubleFunction<Object> getter) implements PrimitiveGetter {
        @Override
        public Object apply(Object parent) {
            return getter.applyAsDouble(parent);
        }
    }

    /** Of a {@code boolean}. */
    record OfBoolean(Predicate<Object> getter) implements PrimitiveGetter {
        @Override
        public Object apply(Object parent) {
            return getter.test(parent);
        }
    }
}
