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
public sealed class PropertyWriter {
    /** What {@link #write} gives for a value that it has written. */
    public static final Object WRITTEN = new Object();

    /** Called in each kind of writer: what the JIT sees in one is not mixed with what it sees in another. */
    final Function<Object, @Nullable Object> property;

    private PropertyWriter(Function<Object, @Nullable Object> property) {
        this.property = property;
    }

    static PropertyWriter of(Function<Object, @Nullable Object> getter, Shape shape) {
        if (!(shape instanceof Shape.Leaf leaf)) return new PropertyWriter(getter);
        if (getter instanceof PrimitiveGetter primitive) return of(primitive, leaf.format());
        return switch (leaf.format()) {
            case BuiltIn.STRING, BuiltIn.ID -> new OfText(getter);
            case LeafFormat.OfEnum format -> new OfEnum(getter, format);
            default -> new PropertyWriter(getter);
        };
    }

    private static PropertyWriter of(PrimitiveGetter getter, LeafFormat format) {
        if (!(format instanceof BuiltIn scalar)) return new PropertyWriter(getter);
        return switch (getter) {
            case PrimitiveGetter.OfInt ints when scalar == BuiltIn.INT || scalar == BuiltIn.FLOAT -> new OfInt(ints);
            case PrimitiveGetter.OfLong longs when scalar == BuiltIn.ID -> new OfId(longs);
            case PrimitiveGetter.OfDouble doubles when scalar == BuiltIn.FLOAT -> new OfDouble(doubles);
            case PrimitiveGetter.OfBoolean booleans when scalar == BuiltIn.BOOLEAN -> new OfBoolean(booleans);
            default -> new PropertyWriter(getter);
        };
    }

    /** The value, not written. */
    public final @Nullable Object read(Object parent) {
        return property.apply(parent);
    }

    /**
     * Reads the value, and writes it if its type takes it as it is.
     *
     * @return {@link #WRITTEN}, or the value, of which nothing is written
     */
    public @Nullable Object write(Object parent, JsonWriter out) {
        return property.apply(parent);
    }

    private static final class OfText extends PropertyWriter {
        OfText(Function<Object, @Nullable Object> property) {
            super(property);
        }

        @Override
        public @Nullable Object write(Object parent, JsonWriter out) {
            Object value = property.apply(parent);
            if (!(value instanceof String text)) return value;
            out.writeString(text);
            return WRITTEN;
        }
    }

    private static final class OfEnum extends PropertyWriter {
        private final LeafFormat.OfEnum format;

        OfEnum(Function<Object, @Nullable Object> property, LeafFormat.OfEnum format) {
            super(property);
            this.format = format;
        }

        @Override
        public @Nullable Object write(Object parent, JsonWriter out) {
            Object value = property.apply(parent);
            byte[] json = value == null ? null : format.json(value);
            if (json == null) return value;
            out.raw(json);
            return WRITTEN;
        }
    }

    private static final class OfInt extends PropertyWriter {
        private final ToIntFunction<Object> getter;

        OfInt(PrimitiveGetter.OfInt property) {
            super(property);
            this.getter = property.getter();
        }

        @Override
        public Object write(Object parent, JsonWriter out) {
            out.writeInt(getter.applyAsInt(parent));
            return WRITTEN;
        }
    }

    private static final class OfId extends PropertyWriter {
        private final ToLongFunction<Object> getter;

        OfId(PrimitiveGetter.OfLong property) {
            super(property);
            this.getter = property.getter();
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

        OfDouble(PrimitiveGetter.OfDouble property) {
            super(property);
            this.getter = property.getter();
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

        OfBoolean(PrimitiveGetter.OfBoolean property) {
            super(property);
            this.getter = property.getter();
        }

        @Override
        public Object write(Object parent, JsonWriter out) {
            out.writeBoolean(getter.test(parent));
            return WRITTEN;
        }
    }
}
