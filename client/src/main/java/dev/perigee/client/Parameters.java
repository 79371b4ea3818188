package dev.perigee.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.perigee.json.JsonWriter;
import java.net.URLEncoder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a request, as JSON or behind the {@code ?} of an address.
 *
 * @see <a href="https://http-spec.graphql.org/September2026/#sec-Request-Parameters">Request Parameters</a>
 */
final class Parameters {
    private final Map<String, @Nullable Object> parameters = new LinkedHashMap<>();

    private Parameters(Operation<?> operation, Prepared prepared) {
        if (operation.name() != null) parameters.put("operationName", operation.name());
        if (!prepared.variables().isEmpty()) parameters.put("variables", prepared.variables());
    }

    static Parameters withText(Operation<?> operation, Prepared prepared) {
        Parameters parameters = new Parameters(operation, prepared);
        parameters.parameters.put("query", operation.document());
        return parameters;
    }

    static Parameters withId(String id, Operation<?> operation, Prepared prepared) {
        Parameters parameters = new Parameters(operation, prepared);
        parameters.parameters.put("documentId", id);
        return parameters;
    }

    static Parameters withHash(Operation<?> operation, Prepared prepared) {
        return new Parameters(operation, prepared).hash(operation);
    }

    static Parameters withTextAndHash(Operation<?> operation, Prepared prepared) {
        return withText(operation, prepared).hash(operation);
    }

    private Parameters hash(Operation<?> operation) {
        Map<String, Object> persisted = new LinkedHashMap<>();
        persisted.put("version", 1);
        persisted.put("sha256Hash", hashOf(operation));
        parameters.put("extensions", Map.of("persistedQuery", persisted));
        return this;
    }

    byte[] json() {
        return json(parameters);
    }

    String query() {
        return parameters.entrySet().stream()
                .map(parameter -> parameter.getKey() + "=" + URLEncoder.encode(text(parameter.getValue()), UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static String text(@Nullable Object value) {
        return value instanceof String text ? text : new String(json(value), UTF_8);
    }

    private static byte[] json(@Nullable Object value) {
        JsonWriter json = new JsonWriter();
        json.writeValue(value);
        return json.toByteArray();
    }

    static String hashOf(Operation<?> operation) {
        return sha256(operation.document().getBytes(UTF_8));
    }

    /** In lower case hexadecimal digits. */
    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
