package dev.perigee.execution;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a response that this package wrote back as maps and lists. Not for input from outside: it trusts what it reads. */
final class JsonReader {
    private final String json;
    private int position;

    private JsonReader(String json) {
        this.json = json;
    }

    static Map<String, @Nullable Object> readObject(byte[] json) {
        return new JsonReader(new String(json, UTF_8)).object();
    }

    private @Nullable Object value() {
        return switch (json.charAt(position)) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> string();
            case 't' -> literal("true", true);
            case 'f' -> literal("false", false);
            case 'n' -> literal("null", null);
            default -> number();
        };
    }

    private Map<String, @Nullable Object> object() {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        position++;
        while (json.charAt(position) != '}') {
            if (json.charAt(position) == ',') position++;
            String name = string();
            position++; // the colon
            object.put(name, value());
        }
        position++;
        return object;
    }

    private List<@Nullable Object> array() {
        List<@Nullable Object> array = new ArrayList<>();
        position++;
        while (json.charAt(position) != ']') {
            if (json.charAt(position) == ',') position++;
            array.add(value());
        }
        position++;
        return array;
    }

    private String string() {
        StringBuilder text = new StringBuilder();
        position++;
        while (json.charAt(position) != '"') {
            char c = json.charAt(position++);
            text.append(c == '\\' ? escaped(json.charAt(position++)) : c);
        }
        position++;
        return text.toString();
    }

    private char escaped(char c) {
        return switch (c) {
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'u' -> (char) Integer.parseInt(json, position, position += 4, 16);
            default -> c;
        };
    }

    private @Nullable Object literal(String text, @Nullable Object value) {
        position += text.length();
        return value;
    }

    private Number number() {
        int start = position;
        while (position < json.length() && "+-.eE0123456789".indexOf(json.charAt(position)) >= 0) position++;
        String text = json.substring(start, position);
        if (text.chars().anyMatch(c -> c == '.' || c == 'e' || c == 'E')) return new BigDecimal(text);
        BigInteger value = new BigInteger(text);
        if (value.bitLength() < Integer.SIZE) return value.intValue();
        return value.bitLength() < Long.SIZE ? (Number) value.longValue() : value;
    }
}
