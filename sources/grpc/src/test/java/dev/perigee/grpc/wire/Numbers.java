package dev.perigee.grpc.wire;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

/** JSON with numbers in one form: {@code 1}, {@code 1.0} and {@code 1E0} are equal. */
final class Numbers {
    private Numbers() {}

    static JsonElement normal(JsonElement json) {
        if (json instanceof JsonObject object) {
            JsonObject normal = new JsonObject();
            object.asMap().forEach((name, value) -> normal.add(name, normal(value)));
            return normal;
        }
        if (json instanceof JsonArray array) {
            JsonArray normal = new JsonArray();
            for (JsonElement item : array) normal.add(normal(item));
            return normal;
        }
        if (json instanceof JsonPrimitive primitive && primitive.isNumber()) {
            String text = primitive.getAsString();
            boolean isFinite = !text.equals("NaN") && !text.endsWith("Infinity");
            return new JsonPrimitive(
                    isFinite ? primitive.getAsBigDecimal().stripTrailingZeros().toString() : text);
        }
        return json;
    }
}
