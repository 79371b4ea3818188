package dev.perigee.execution;

import dev.perigee.data.ClientException;
import dev.perigee.json.JsonWriter;
import dev.perigee.plan.LeafFormat;
import dev.perigee.schema.CoercionException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Objects;

/**
 * Writes scalar and enum values: result coercion and JSON in one step.
 *
 * @see <a href="https://spec.graphql.org/September2025/#sec-Scalars">Scalars, Result Coercion</a>
 */
final class LeafWriter {
    private LeafWriter() {}

    /** @throws CoercionException if the type has no such value; nothing has been written then */
    static void write(LeafFormat format, Object value, JsonWriter out) throws CoercionException {
        if (format instanceof LeafFormat.BuiltIn builtIn) {
            writeBuiltIn(builtIn, value, out);
        } else if (format instanceof LeafFormat.OfEnum ofEnum) {
            writeEnum(ofEnum, value, out);
        } else if (format instanceof LeafFormat.Custom custom) {
            writeCustom(custom, value, out);
        }
    }

    /** The usual Java class of each scalar first: all that most responses ever need. */
    private static void writeBuiltIn(LeafFormat.BuiltIn scalar, Object value, JsonWriter out) throws CoercionException {
        switch (scalar) {
            case STRING -> {
                if (value instanceof String text) out.writeString(text);
                else writeString(value, out);
            }
            case INT -> {
                if (value instanceof Integer number) out.writeInt(number);
                else writeInt(value, out);
            }
            case ID -> {
                if (value instanceof Long number) writeQuoted(number, out);
                else if (value instanceof String text) out.writeString(text);
                else writeId(value, out);
            }
            case FLOAT -> {
                if (value instanceof Double number && Double.isFinite(number)) out.writeDouble(number);
                else writeFloat(value, out);
            }
            case BOOLEAN -> {
                if (value instanceof Boolean flag) out.writeBoolean(flag);
                else writeBoolean(value, out);
            }
        }
    }

    private static void writeString(Object value, JsonWriter out) throws CoercionException {
        switch (value) {
            case Boolean flag -> out.writeString(flag.toString());
            case Number number -> out.writeString(number.toString());
            case CharSequence text -> out.writeString(text.toString());
            case Character c -> out.writeString(c.toString());
            case Enum<?> constant -> out.writeString(constant.name());
            case java.util.UUID uuid -> out.writeString(uuid.toString());
            default -> throw cannot("String", value);
        }
    }

    private static void writeInt(Object value, JsonWriter out) throws CoercionException {
        switch (value) {
            case Long number when number.intValue() == number -> out.writeInt(number.intValue());
            case Short number -> out.writeInt(number);
            case Byte number -> out.writeInt(number);
            case Boolean flag -> out.writeInt(flag ? 1 : 0);
            case Number number -> out.writeInt(exactInt(number.toString(), value));
            case String text -> out.writeInt(exactInt(text, value));
            default -> throw cannot("Int", value);
        }
    }

    private static int exactInt(String text, Object value) throws CoercionException {
        try {
            return new BigDecimal(text).intValueExact();
        } catch (ArithmeticException | NumberFormatException e) {
            throw cannot("Int", value);
        }
    }

    private static void writeFloat(Object value, JsonWriter out) throws CoercionException {
        switch (value) {
            case Float number when Float.isFinite(number) -> out.writeNumber(number);
            case Integer number -> out.writeInt(number);
            case Long number -> out.writeLong(number);
            case Short number -> out.writeInt(number);
            case Byte number -> out.writeInt(number);
            case BigDecimal number when isFinite(number) -> out.writeNumber(number);
            case BigInteger number when isFinite(number) -> out.writeNumber(number);
            case Boolean flag -> out.writeInt(flag ? 1 : 0);
            case String text -> out.writeNumber(decimal(text));
            default -> throw cannot("Float", value);
        }
    }

    private static BigDecimal decimal(String text) throws CoercionException {
        try {
            BigDecimal number = new BigDecimal(text);
            if (isFinite(number)) return number;
        } catch (NumberFormatException e) {
            // no number at all, which is told like one that is out of range
        }
        throw cannot("Float", text);
    }

    /** Whether a double is near: clients read Float as one. */
    private static boolean isFinite(Number number) {
        return Double.isFinite(number.doubleValue());
    }

    private static void writeId(Object value, JsonWriter out) throws CoercionException {
        switch (value) {
            case Integer number -> writeQuoted(number, out);
            case Short number -> writeQuoted(number, out);
            case Byte number -> writeQuoted(number, out);
            case BigInteger number -> out.writeString(number.toString());
            case java.util.UUID uuid -> out.writeString(uuid.toString());
            default -> throw cannot("ID", value);
        }
    }

    private static void writeQuoted(long number, JsonWriter out) {
        out.raw('"');
        out.writeLong(number);
        out.raw('"');
    }

    private static void writeBoolean(Object value, JsonWriter out) throws CoercionException {
        switch (value) {
            case Integer number -> out.writeBoolean(number != 0);
            case Long number -> out.writeBoolean(number != 0);
            default -> throw cannot("Boolean", value);
        }
    }

    private static void writeEnum(LeafFormat.OfEnum format, Object value, JsonWriter out) throws CoercionException {
        byte[] json = format.json(value);
        if (json == null && format.isHidden(value)) {
            throw new RefusedException(new ClientException("FORBIDDEN", "You may not see the value that stands here."));
        }
        if (json == null) throw cannot("Enum \"" + format.type().name() + "\"", value);
        out.raw(json);
    }

    private static void writeCustom(LeafFormat.Custom format, Object value, JsonWriter out) throws CoercionException {
        Object json = coerced(format, value);
        int start = out.position();
        try {
            out.writeValue(json);
        } catch (IllegalArgumentException e) {
            out.rewind(start);
            throw new RefusedException(e);
        }
    }

    private static Object coerced(LeafFormat.Custom format, Object value) throws CoercionException {
        try {
            return Objects.requireNonNull(format.type().coercion().coerceResult(value), "coerced to null");
        } catch (CoercionException e) {
            throw e;
        } catch (RuntimeException | Error e) {
            throw new RefusedException(e);
        }
    }

    /** What is wrong is not the value: a coercion threw what it must not throw, or the caller may not see it. */
    static final class RefusedException extends RuntimeException {
        private static final long serialVersionUID = 1;

        RefusedException(Throwable cause) {
            super(cause);
        }

        @Override
        public synchronized Throwable getCause() {
            return Objects.requireNonNull(super.getCause());
        }
    }

    private static CoercionException cannot(String type, Object value) {
        return new CoercionException(type + " cannot represent value: " + shown(value));
    }

    /** A leaf value as text; of other objects only their kind, which is all that a client may see. */
    private static String shown(Object value) {
        return switch (value) {
            case String text -> '"' + (text.length() > 60 ? text.substring(0, 60) + "…" : text) + '"';
            case Number number -> number.toString();
            case Boolean flag -> flag.toString();
            case Enum<?> constant -> constant.name();
            default -> "a " + value.getClass().getSimpleName();
        };
    }
}
