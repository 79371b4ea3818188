package dev.perigee.grpc.input;

import com.google.protobuf.Any;
import dev.perigee.schema.Coercion;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * {@code Any}: an object whose {@code @type} says of which message it is, as it came; the message it is read as when a
 * call is made.
 */
final class AnyCoercion implements Coercion {
    static final String TYPE = "@type";
    static final String VALUE = "value";

    private static final JsonCoercion JSON = new JsonCoercion();

    @Override
    public Object coerceInput(Object value) {
        if (!(value instanceof Map<?, ?> map)) throw Misfit.of("Any", value, "not an object with \"@type\"");
        if (!(map.get(TYPE) instanceof String url) || !url.contains("/")) {
            throw Misfit.of("Any", value, "one without \"@type\", such as \"type.googleapis.com/acme.v1.User\"");
        }
        return JSON.coerceInput(value);
    }

    @Override
    public Object coerceResult(Object value) {
        if (!(value instanceof Any any)) {
            if (value instanceof Map<?, ?>) return JSON.coerceResult(value);
            throw Misfit.of("Any", value, "not an object");
        }
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put(TYPE, any.getTypeUrl());
        plain.put(VALUE, Base64.getEncoder().encodeToString(any.getValue().toByteArray()));
        return plain;
    }
}
