package dev.perigee.sql.graph;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes JSON text apart, as strictly as the RFC has it. Of a member that is there twice the last one counts, as in most
 * readers. One text, one thread.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8259">RFC 8259</a>
 */
final class JsonText {
    /** Less than what {@link dev.perigee.json.JsonWriter} writes. */
    private static final int MOST_LEVELS = 400;

    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*+)(\\.[0-9]++)?([eE][+-]?[0-9]++)?");
    private static final int LONGEST_LONG = 18;

    private final String text;
    private int position;
    private int levels;

    private JsonText(String text) {
        this.text = text;
    }

    /**
     * The value as a String, Boolean, Long, BigDecimal, List, Map or null.
     *
     * @throws IllegalArgumentException if it is not JSON, or nested too deep; the message says where
     */
    static @Nullable Object parse(String text) {
        JsonText json = new JsonText(text);
        Object value = json.value();
        if (json.peek() != 0 || json.position < text.length()) throw json.wrong("nothing more");
        return value;
    }

    private @Nullable Object value() {
        return switch (peek()) {
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
        enter();
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        if (!skip('}')) {
            do {
                if (peek() != '"') throw wrong("a member");
                String name = string();
                if (!skip(':')) throw wrong("':'");
                object.put(name, value());
            } while (skip(','));
            if (!skip('}')) throw wrong("',' or '}'");
        }
        levels--;
        return object;
    }

    private List<@Nullable Object> array() {
        enter();
        List<@Nullable Object> array = new ArrayList<>();
        if (!skip(']')) {
            do array.add(value());
            while (skip(','));
            if (!skip(']')) throw wrong("',' or ']'");
        }
        levels--;
        return array;
    }

    private void enter() {
        position++;
        if (++levels > MOST_LEVELS) throw wrong("at most " + MOST_LEVELS + " levels");
    }

    private String string() {
        int start = ++position;
        while (position < text.length() && isPlain(text.charAt(position))) position++;
        if (at() == '"') return text.substring(start, position++); // most strings have nothing escaped
        StringBuilder string = new StringBuilder(text.substring(start, position));
        while (at() != '"') {
            char c = at();
            if (c < ' ') throw wrong("a character of a string");
            position++;
            string.append(c == '\\' ? escaped() : c);
        }
        position++;
        return string.toString();
    }

    private char escaped() {
        char c = at();
        position++;
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'u' -> unicode();
            default -> throw wrong("an escaped character");
        };
    }

    private char unicode() {
        int code = 0;
        for (int i = 0; i < 4; i++, position++) {
            int digit = at() < 0x80 ? Character.digit(at(), 16) : -1;
            if (digit < 0) throw wrong("four hexadecimal digits");
            code = code << 4 | digit;
        }
        return (char) code;
    }

    private static boolean isPlain(char c) {
        return c >= ' ' && c != '"' && c != '\\';
    }

    private @Nullable Object literal(String word, @Nullable Object value) {
        if (!text.startsWith(word, position)) throw wrong("a value");
        position += word.length();
        return value;
    }

    private Number number() {
        Matcher number = NUMBER.matcher(text).region(position, text.length());
        if (!number.lookingAt()) throw wrong("a value");
        boolean isLong = number.group(2) == null
                && number.group(3) == null
                && number.group().length() <= LONGEST_LONG;
        try {
            Number value = isLong ? (Number) Long.valueOf(number.group()) : new BigDecimal(number.group());
            position = number.end();
            return value;
        } catch (NumberFormatException exponent) {
            throw wrong("a number with a smaller exponent");
        }
    }

    private boolean skip(char punctuation) {
        if (peek() != punctuation) return false;
        position++;
        return true;
    }

    /** The next character that is no space, 0 at the end. */
    private char peek() {
        while (" \t\n\r".indexOf(at()) >= 0) position++;
        return at();
    }

    private char at() {
        return position < text.length() ? text.charAt(position) : 0;
    }

    private IllegalArgumentException wrong(String expected) {
        return new IllegalArgumentException("expected " + expected + " at character " + (position + 1));
    }
}
