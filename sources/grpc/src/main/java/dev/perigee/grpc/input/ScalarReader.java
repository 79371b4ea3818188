package dev.perigee.grpc.input;

import dev.perigee.grpc.graph.Form;
import java.math.BigInteger;
import java.util.Map;

/** A scalar's value as ProtoJSON has it: numbers may be text, and a floating one the name of what has no digits. */
record ScalarReader(Form.Scalar scalar) implements ValueReader {
    private static final int LONGEST_NUMBER = 400;

    @Override
    public Object read(Object json, InputPath path) {
        return switch (scalar) {
            case BOOLEAN -> truth(json);
            case INT -> number(IntegerRange.INT32, json);
            case UINT32 -> number(IntegerRange.UINT32, json);
            case INT64, INT64_NUMBER -> number(IntegerRange.INT64, json);
            case UINT64, UINT64_NUMBER -> number(IntegerRange.UINT64, json);
            case FLOAT, DOUBLE -> floating(json);
            case STRING -> text(json);
            case ID -> id(json);
            case BYTES -> GrpcScalars.BYTES.coerceInput(json);
            case TIMESTAMP -> GrpcScalars.TIMESTAMP.coerceInput(json);
            case DURATION -> GrpcScalars.DURATION.coerceInput(json);
            case FIELD_MASK -> GrpcScalars.FIELD_MASK.coerceInput(json);
            case JSON -> GrpcScalars.JSON.coerceInput(json);
            case ANY -> GrpcScalars.ANY.coerceInput(json);
            case EMPTY -> json instanceof Map<?, ?> map && map.isEmpty() ? true : truth(json);
        };
    }

    @Override
    public boolean hasNull() {
        return scalar == Form.Scalar.JSON;
    }

    private static Boolean truth(Object json) {
        if (json instanceof Boolean truth) return truth;
        throw Misfit.of("Boolean", json, "not true or false");
    }

    private static Number number(IntegerRange range, Object json) {
        return range.number(range.bits(json));
    }

    private static Number floating(Object json) {
        if (json instanceof Number number) return number;
        if (!(json instanceof String text)) throw Misfit.of("Float", json, "not a number");
        boolean isName = text.equals("NaN") || text.equals("Infinity") || text.equals("-Infinity");
        boolean isNumeric =
                text.length() <= LONGEST_NUMBER && text.chars().allMatch(c -> "+-.0123456789eE".indexOf(c) >= 0);
        try {
            if (isName || isNumeric) return Double.valueOf(text);
        } catch (NumberFormatException notANumber) {
            throw Misfit.of("Float", json, "not a number");
        }
        throw Misfit.of("Float", json, "not a number");
    }

    private static String text(Object json) {
        if (json instanceof String text) return text;
        throw Misfit.of("String", json, "not a string");
    }

    private static String id(Object json) {
        return switch (json) {
            case String text -> text;
            case Integer number -> number.toString();
            case Long number -> number.toString();
            case BigInteger number -> number.toString();
            default -> throw Misfit.of("ID", json, "not a string or an integer");
        };
    }
}
