package dev.perigee.sql.mutation;

import dev.perigee.data.ClientException;
import dev.perigee.sql.graph.KeyReader;
import dev.perigee.sql.model.Column;
import dev.perigee.sql.model.Kind;
import dev.perigee.sql.model.SqlType;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads one value of an input, and refuses what its column can't have: with {@code BAD_USER_INPUT}, and in the extensions
 * where it is ({@code input}) and which rule it breaks ({@code rule}). What databases would cut off or round is refused,
 * too: a value is stored as it is, or not at all.
 */
final class InputValue {
    private InputValue() {}

    static @Nullable Object read(Column column, @Nullable Object given, String path) {
        if (given == null) {
            if (!column.isNullable()) throw refused(column, path, "notNull", "must not be null");
            return null;
        }
        if (given instanceof String text) checkCharacters(column, text, path);
        Object value = KeyReader.value(column, given);
        if (value == null) throw refused(column, path, "id", "is no ID that there can be");
        switch (value) {
            case String text -> checkText(column, text, path);
            case byte[] bytes -> checkLength(column, bytes.length, "bytes", path);
            case BigDecimal decimal -> checkDigits(column, decimal, path);
            default -> {} // the scalar has seen to it
        }
        return value;
    }

    /** PostgreSQL has no character zero, functions of SQLite end there, and drivers write half of a pair as a question mark. */
    private static void checkCharacters(Column column, String text, String path) {
        if (text.indexOf(0) >= 0) throw refused(column, path, "character", "has the character U+0000");
        boolean hasHalves = text.codePoints().anyMatch(c -> Character.getType(c) == Character.SURROGATE);
        if (hasHalves) throw refused(column, path, "character", "has half of a character");
    }

    private static void checkText(Column column, String text, String path) {
        if (column.type().kind() == Kind.TEXT) {
            checkLength(column, text.codePointCount(0, text.length()), "characters", path);
        }
    }

    private static void checkLength(Column column, int length, String unit, String path) {
        int most = column.type().length();
        if (most > 0 && length > most) {
            throw refused(column, path, "length", "has " + length + " " + unit + "; the most is " + most);
        }
    }

    private static void checkDigits(Column column, BigDecimal decimal, String path) {
        SqlType type = column.type();
        if (type.length() == 0) return;
        BigDecimal bare = decimal.stripTrailingZeros();
        if (bare.scale() > type.scale()) {
            throw refused(column, path, "range", "has more than " + type.scale() + " digits after the point");
        }
        int most = type.length() - type.scale();
        if (bare.signum() != 0 && bare.precision() - bare.scale() > most) {
            throw refused(column, path, "range", "has more than " + most + " digits before the point");
        }
    }

    private static ClientException refused(Column column, String path, String rule, String what) {
        String place = path + "." + column.fieldName();
        Map<String, Object> extensions = new LinkedHashMap<>();
        extensions.put("input", place);
        extensions.put("rule", rule);
        return new ClientException("BAD_USER_INPUT", place + " " + what + ".", extensions);
    }
}
