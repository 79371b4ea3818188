package dev.perigee.grpc;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.ToNumberPolicy;
import com.google.gson.reflect.TypeToken;
import dev.perigee.data.ResponseHeaders;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a method has replied to a direct call. Immutable. */
public final class DirectReply {
    private static final Gson GSON = new GsonBuilder()
            .setObjectToNumberStrategy(ToNumberPolicy.LONG_OR_DOUBLE)
            .create();
    private static final TypeToken<Map<String, @Nullable Object>> OBJECT = new TypeToken<>() {};

    private final byte[] json;
    private final ResponseHeaders headers;

    DirectReply(byte[] json, ResponseHeaders headers) {
        this.json = json;
        this.headers = headers;
    }

    /** The message in the form of ProtoJSON, as UTF-8. */
    public byte[] json() {
        return json.clone();
    }

    /** The same as Maps, Lists, Strings, Longs, Doubles and Booleans. */
    public Map<String, @Nullable Object> asMap() {
        return GSON.fromJson(toString(), OBJECT);
    }

    /** What the service's metadata has for the response, as the server's rules say. */
    public ResponseHeaders headers() {
        return headers;
    }

    @Override
    public String toString() {
        return new String(json, UTF_8);
    }
}
