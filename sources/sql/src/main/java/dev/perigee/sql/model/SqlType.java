package dev.perigee.sql.model;

import java.util.Locale;

/**
 * The type of a column.
 *
 * @param databaseName the database's own name of it, such as {@code int4} or {@code citext}; empty where a model was made
 *     from Java alone, and the dialect's usual name for the kind is meant
 * @param length longest text in characters, longest binary in bytes, or the digits of a decimal; 0 where there is no limit
 * @param scale digits of a decimal after the point
 */
public record SqlType(Kind kind, String databaseName, int length, int scale) {
    public static SqlType of(Kind kind) {
        return new SqlType(kind, "", 0, 0);
    }

    public static SqlType text(int maxLength) {
        return new SqlType(Kind.TEXT, "", maxLength, 0);
    }

    @Override
    public String toString() {
        String name = databaseName.isEmpty() ? kind.name().toLowerCase(Locale.ROOT) : databaseName;
        if (length == 0) return name;
        return scale == 0 ? name + "(" + length + ")" : name + "(" + length + ", " + scale + ")";
    }
}
