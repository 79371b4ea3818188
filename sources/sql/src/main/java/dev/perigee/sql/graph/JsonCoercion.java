package dev.perigee.sql.graph;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.perigee.json.JsonWriter;
import dev.perigee.schema.Coercion;
import dev.perigee.schema.CoercionException;
import java.util.Objects;

/** {@code JSON}: JSON text inside, any value outside, so that it nests in a response. */
final class JsonCoercion implements Coercion {
    @Override
    public String coerceInput(Object value) {
        JsonWriter json = new JsonWriter();
        try {
            json.writeValue(value);
        } catch (IllegalArgumentException unfit) {
            throw Misfit.of(GraphScalar.JSON, value, "nothing that JSON has a form for, or nested too deep");
        }
        return new String(json.toByteArray(), UTF_8);
    }

    @Override
    public Object coerceResult(Object value) {
        if (!(value instanceof String text)) throw Misfit.of(GraphScalar.JSON, value, "not JSON text");
        try {
            return Objects.requireNonNullElseGet(JsonText.parse(text), JsonCoercion::none);
        } catch (IllegalArgumentException invalid) {
            throw new CoercionException("JSON cannot represent what is stored: " + invalid.getMessage() + ".");
        }
    }

    private static Object none() {
        throw new CoercionException("JSON cannot represent null where a value is needed.");
    }
}
