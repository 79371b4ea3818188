package dev.perigee.client;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.perigee.schema.Coercion;
import dev.perigee.schema.CoercionException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Data as records, by Jackson. Strict: what was selected and what a record has must be the same. Thread-safe. */
final class RecordMapper {
    private final ObjectMapper mapper;

    RecordMapper(Scalars scalars) {
        SimpleModule own = new SimpleModule("scalars");
        scalars.byClass().forEach((type, coercion) -> add(own, type, coercion));
        mapper = JsonMapper.builder()
                .addModules(new Jdk8Module(), new JavaTimeModule(), own)
                .enable(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                        DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS,
                        DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .addHandler(new IgnoreTypename())
                .build();
    }

    /** @throws UnreadableException if it does not fit the type; the reason has path and Java member */
    <T> T read(@Nullable Object value, String path, Class<T> type) {
        try {
            return mapper.convertValue(value, type);
        } catch (IllegalArgumentException e) {
            if (e.getCause() instanceof JsonMappingException cause) throw mismatch(cause, path, type);
            throw e;
        }
    }

    /** Whoever asks for it needs it for {@code @JsonTypeInfo}, not for each of the records. */
    private static final class IgnoreTypename extends DeserializationProblemHandler {
        @Override
        public boolean handleUnknownProperty(
                DeserializationContext context,
                JsonParser parser,
                JsonDeserializer<?> deserializer,
                Object beanOrClass,
                String name)
                throws IOException {
            if (!name.equals("__typename")) return false;
            parser.skipChildren();
            return true;
        }
    }

    private static <T> void add(SimpleModule module, Class<T> type, Coercion coercion) {
        module.addDeserializer(type, new JsonDeserializer<T>() {
            @Override
            public @Nullable T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
                Object json = ServerJson.value(parser);
                try {
                    return json == null ? null : type.cast(coercion.coerceInput(json));
                } catch (CoercionException e) {
                    throw JsonMappingException.from(parser, e.getMessage());
                }
            }
        });
    }

    private static UnreadableException mismatch(JsonMappingException e, String path, Class<?> type) {
        StringBuilder at = new StringBuilder(path);
        String member = type.getName();
        for (JsonMappingException.Reference step : e.getPath()) {
            if (step.getFieldName() == null) {
                at.append('[').append(step.getIndex()).append(']');
            } else {
                at.append(at.isEmpty() ? "" : ".").append(step.getFieldName());
                member = owner(step, type) + "." + step.getFieldName();
            }
        }
        return new UnreadableException("%s does not fit %s: %s".formatted(at, member, reason(e)));
    }

    private static String owner(JsonMappingException.Reference step, Class<?> root) {
        Object from = step.getFrom();
        if (from instanceof Class<?> type) return type.getName();
        return from == null || from instanceof Map<?, ?> || from instanceof List<?>
                ? root.getName()
                : from.getClass().getName();
    }

    private static String reason(JsonMappingException e) {
        if (e instanceof UnrecognizedPropertyException) return "it is selected, but there is no such component";
        String message = e.getOriginalMessage();
        if (message.startsWith("Missing creator property")) return "it is not in the answer: select it";
        // What follows speaks of Jackson's own classes and settings.
        return message.replaceFirst("(?s)( \\(for |\\(class |: was expecting \\(|\n).*", "");
    }
}
