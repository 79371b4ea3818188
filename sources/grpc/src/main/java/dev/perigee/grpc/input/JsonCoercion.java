package dev.perigee.grpc.input;

import com.google.protobuf.ListValue;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import dev.perigee.schema.Coercion;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code JSON}: a String, Boolean, Number, List or Map, as it came, nested at most {@value #MOST_DEPTH} deep. */
final class JsonCoercion implements Coercion {
    /** What protobuf's own readers bear of messages within messages. */
    static final int MOST_DEPTH = 100;

    @Override
    public Object coerceInput(Object value) {
        check(value, 0);
        return value;
    }

    @Override
    public Object coerceResult(Object value) {
        Object plain = switch (value) {
            case Struct struct -> PlainJson.of(struct);
            case ListValue list -> PlainJson.of(list);
            case Value any -> PlainJson.of(any);
            default -> value;
        };
        if (plain == null) throw Misfit.of("JSON", null, "null where a value is needed");
        check(plain, 0);
        return plain;
    }

    private static void check(@Nullable Object value, int depth) {
        if (depth > MOST_DEPTH) throw Misfit.of("JSON", value, "nested deeper than " + MOST_DEPTH + " levels");
        switch (value) {
            case null -> {}
            case String text -> {}
            case Boolean truth -> {}
            case Double number when !Double.isFinite(number) -> throw Misfit.of("JSON", value, "not a finite number");
            case Float number when !Float.isFinite(number) -> throw Misfit.of("JSON", value, "not a finite number");
            case Number number -> {}
            case List<?> list -> list.forEach(item -> check(item, depth + 1));
            case Map<?, ?> map ->
                map.forEach((key, item) -> {
                    if (!(key instanceof String)) throw Misfit.of("JSON", key, "not a string, as keys are");
                    check(item, depth + 1);
                });
            default -> throw Misfit.of("JSON", value, "nothing that JSON has a form for");
        }
    }
}
