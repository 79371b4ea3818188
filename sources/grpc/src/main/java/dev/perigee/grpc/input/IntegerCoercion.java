package dev.perigee.grpc.input;

import dev.perigee.schema.Coercion;

/** {@code UInt32}, {@code Int64}, {@code UInt64}: a Long, Long or BigInteger, from a number or its digits as text. */
record IntegerCoercion(IntegerRange range, boolean isText) implements Coercion {
    @Override
    public Number coerceInput(Object value) {
        return range.number(range.bits(value));
    }

    @Override
    public Object coerceResult(Object value) {
        Number number = range.number(range.bitsOfJava(value));
        return isText ? number.toString() : number;
    }
}
