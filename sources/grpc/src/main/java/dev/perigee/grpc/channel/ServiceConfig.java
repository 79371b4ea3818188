package dev.perigee.grpc.channel;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import com.google.gson.Strictness;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * gRPC's own settings of a channel: retries, hedging, load balancing, health checks. Immutable.
 *
 * @see <a href="https://github.com/grpc/grpc/blob/master/doc/service_config.md">Service config</a>
 */
final class ServiceConfig {
    private static final Gson GSON =
            new GsonBuilder().setStrictness(Strictness.STRICT).create();
    private static final String BALANCING = "loadBalancingConfig";

    private final Map<String, Object> settings;

    private ServiceConfig(Map<String, Object> settings) {
        this.settings = settings;
    }

    /** Calls go to all addresses in turn, unless the settings say otherwise. */
    static ServiceConfig of(Map<String, ?> settings, @Nullable String healthCheckedService) {
        Map<String, Object> all = new LinkedHashMap<>(settings);
        all.putIfAbsent(BALANCING, List.of(Map.of("round_robin", Map.of())));
        if (healthCheckedService != null) all.put("healthCheckConfig", Map.of("serviceName", healthCheckedService));
        return new ServiceConfig(all);
    }

    /** @throws IllegalArgumentException if the text is no JSON object */
    static Map<String, ?> parse(String json) {
        try {
            Map<String, ?> settings = GSON.<Map<String, ?>>fromJson(json, Map.class);
            if (settings != null) return settings;
        } catch (JsonParseException e) {
            throw new IllegalArgumentException("serviceConfig: " + e.getMessage(), e);
        }
        throw new IllegalArgumentException("serviceConfig: empty (a JSON object)");
    }

    /** With all numbers as doubles, as gRPC wants them. */
    static Map<String, ?> copyOf(Map<String, ?> settings) {
        return parse(GSON.toJson(settings));
    }

    /** What gRPC found, without the trace that it tells it with. */
    static IllegalArgumentException invalid(RuntimeException found) {
        String text = String.valueOf(found.getMessage()).lines().findFirst().orElse("invalid");
        return new IllegalArgumentException("serviceConfig: " + text.replaceFirst(".*Exception: ", ""), found);
    }

    Map<String, Object> settings() {
        return settings;
    }

    /** Whether calls of a method are sent several times without waiting for an answer. */
    boolean hedges(Method method) {
        String name = method.name().substring(method.service().length() + 1);
        Map<?, ?> config = configFor(method.service(), name);
        if (config == null) config = configFor(method.service(), "");
        if (config == null) config = configFor("", "");
        return config != null && config.containsKey("hedgingPolicy");
    }

    private @Nullable Map<?, ?> configFor(String service, String method) {
        if (!(settings.get("methodConfig") instanceof List<?> configs)) return null;
        for (Object config : configs) {
            if (config instanceof Map<?, ?> map && map.get("name") instanceof List<?> names) {
                for (Object name : names) if (isName(name, service, method)) return map;
            }
        }
        return null;
    }

    private static boolean isName(@Nullable Object name, String service, String method) {
        return name instanceof Map<?, ?> map
                && service.equals(textOf(map.get("service")))
                && method.equals(textOf(map.get("method")));
    }

    private static Object textOf(@Nullable Object value) {
        return value == null ? "" : value;
    }
}
