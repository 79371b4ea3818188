package dev.perigee.plan;

import dev.perigee.data.PrimitiveGetter;
import dev.perigee.json.JsonWriter;
import dev.perigee.plan.LeafFormat.BuiltIn;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * A property of the objects of one place and one Java class. What its getter gives and what the field's type takes is
 * known before any object is: where they are the same, a value is written as it is read, without an object around a
 * primitive. Immutable; safe to share between threads if the getter is.
 */
public abstract sealed class PropertyWriter {
    /** What {@link #write} gives for a value that it has written. */
    public static final Object WRITTEN = new Object();

    private PropertyWriter() {}

    static PropertyWriter of(Function<Object, @Nullable Object> getter, Shape shape) {
        if (!(shape instanceof Shape.Leaf leaf)) return new OfAny(getter);
        if (getter instanceof PrimitiveGetter primitive) return of(primitive, leaf.format());
        return switch (leaf.format()) {
            case BuiltIn.STRING, BuiltIn.ID -> new OfText(getter);
            case LeafFormat.OfEnum format -> new OfEnum(getter, format);
            default -> new OfAny(getter);
        };
    }

    private static PropertyWriter of(PrimitiveGetter getter, LeafFormat format) {
        if (!(format instanceof BuiltIn scalar)) return new OfAny(getter);
        return switch (getter) {
            case PrimitiveGetter.OfInt ints
            when scalar == BuiltIn.INT || scalar == BuiltIn.FLOAT -> new OfInt(ints.getter());
            case PrimitiveGetter.OfLong longs when scalar == BuiltIn.ID -> new OfId(longs.getter());
            case PrimitiveGetter.OfDouble doubles when scalar == BuiltIn.FLOAT -> new OfDouble(doubles.getter());
            case PrimitiveGetter.OfBoolean booleans when scalar == BuiltIn.BOOLEAN -> new OfBoolean(booleans.getter());
            default -> new OfAny(getter);
        };
    }

    /** The value, not written. */
    public abstract @Nullable Object read(Object parent);

    /**
     * Reads the value, and writes it if its type takes it as it is.
     *
     * @return {@link #WRITTEN}, or the value, of which nothing is written
     */
    public @Nullable Object write(Object parent, JsonWriter out) {
        return read(parent);
    }

    /** What may be anything. */
    private static final class OfAny extends PropertyWriter {
        private final Function<Object, @Nullable Object> getter;

        OfAny(Function<Object, @Nullable Object> getter) {
            this.getter = getter;
        }

        @Override
        public @Nullable Object read(Object parent) {
            return getter.apply(parent);
        }
    }

    private static final class OfText extends PropertyWriter {
        private final Function<Object, @Nullable Object> getter;

        OfText(Function<Object, @Nullable Object> getter) {
            this.getter = getter;
        }

        @Override
        public @Nullable Object read(Object parent) {
            return getter.apply(parent);
        }

        @Override
        public @Nullable Object write(Object parent, JsonWriter out) {
            Object value = getter.apply(parent);
            if (!(value instanceof String text)) return value;
            out.writeString(text);
            return WRITTEN;
        }
    }

    private static final class OfEnum extends PropertyWriter {
        private final Function<Object, @Nullable Object> getter;
        private final LeafFormat.OfEnum format;

        OfEnum(Function<Object, @Nullable Object> getter, LeafFormat.OfEnum format) {
            this.getter = getter;
            this.format = format;
        }

        @Override
        public @Nullable Object read(Object parent) {
            return getter.apply(parent);
        }

        @Override
        public @Nullable Object write(Object parent, JsonWriter out) {
            Object value = getter.apply(parent);
            byte[] json = value == null ? null : format.json(value);
            if (json == null) return value;
            out.raw(json);
            return WRITTEN;
        }
    }

    private static final class OfInt extends PropertyWriter {
        private final ToIntFunction<Object> getter;

        OfInt(ToIntFunction<Object> getter) {
            this.getter = getter;
        }

        @Override
        public Object read(Object parent) {
            return getter.applyAsInt(parent);
        }

        @Override
        public Object write(Object parent, JsonWriter out) {
            out.writeInt(getter.applyAsInt(parent));
            return WRITTEN;
        }
    }

    private static final class OfId extends PropertyWriter {
        private final ToLongFunction<Object> getter;

        OfId(ToLongFunction<Object> getter) {
            this.getter = getter;
        }

        @Override
        public Object read(Object parent) {
            return getter.applyAsLong(parent);
        }

        @Override
        public Object write(Object parent, JsonWriter out) {
            long number = getter.applyAsLong(parent);
            out.raw('"');
            out.writeLong(number);
            out.raw('"');
            return WRITTEN;
        }
    }

    private static final class OfDouble extends PropertyWriter {
        private final ToDoubleFunction<Object> getter;

        OfDouble(ToDoubleFunction<Object> getter) {
            this.getter = getter;
        }

        @Override
        public Object read(Object parent) {
            return getter.applyAsDouble(parent);
        }

        @Override
        public Object write(Object parent, JsonWriter out) {
            double number = getter.applyAsDouble(parent);
            if (!Double.isFinite(number)) return number;
            out.writeDouble(number);
            return WRITTEN;
        }
    }

    private static final class OfBoolean extends PropertyWriter {
        private final Predicate<Object> getter;

        OfBoolean(Predicate<Object> getter) {
            this.getter = getter;
        }

        @Override
        public Object read(Object parent) {
            return getter.test(parent);
        }

        @Override
        public Object write(Object parent, JsonWriter out) {
            out.writeBoolean(getter.test(parent));
            return WRITTEN;
        }
    }
}
