package dev.perigee.grpc.input;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.ToNumberPolicy;
import java.util.Map;

/** JSON text as the plain values that a parser makes of it. */
final class PlainText {
    private static final Gson GSON = new GsonBuilder()
            .setObjectToNumberStrategy(ToNumberPolicy.LONG_OR_DOUBLE)
            .create();

    private PlainText() {}

    static Map<?, ?> parse(String json) {
        return GSON.fromJson(json, Map.class);
    }
}
