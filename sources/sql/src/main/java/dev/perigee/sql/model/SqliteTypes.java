package dev.perigee.sql.model;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which kinds the declared types of SQLite are. SQLite itself keeps any name, and derives an affinity from it: a name that
 * is not known here follows that.
 *
 * @see <a href="https://www.sqlite.org/datatype3.html">Datatypes In SQLite</a>
 */
final class SqliteTypes {
    private static final Pattern DECLARED = Pattern.compile("([^(]*)(?:\\(\\s*(\\d+)\\s*(?:,\\s*(\\d+)\\s*)?\\).*)?");
    private static final Map<String, Kind> KINDS = Map.ofEntries(
            Map.entry("boolean", Kind.BOOLEAN),
            Map.entry("bool", Kind.BOOLEAN),
            Map.entry("int", Kind.INTEGER),
            Map.entry("tinyint", Kind.INTEGER),
            Map.entry("smallint", Kind.INTEGER),
            Map.entry("mediumint", Kind.INTEGER),
            Map.entry("int2", Kind.INTEGER),
            Map.entry("int4", Kind.INTEGER),
            // SQLite's own name for whole numbers, all of which have up to 64 bits
            Map.entry("integer", Kind.BIGINT),
            Map.entry("decimal", Kind.DECIMAL),
            Map.entry("numeric", Kind.DECIMAL),
            Map.entry("uuid", Kind.UUID),
            Map.entry("date", Kind.DATE),
            Map.entry("time", Kind.TIME),
            Map.entry("datetime", Kind.TIMESTAMP),
            Map.entry("timestamp", Kind.TIMESTAMP),
            Map.entry("timestamp with time zone", Kind.INSTANT),
            Map.entry("timestamptz", Kind.INSTANT),
            Map.entry("json", Kind.JSON),
            Map.entry("jsonb", Kind.JSON),
            Map.entry("json text", Kind.JSON));

    private SqliteTypes() {}

    static ColumnType type(String declared) {
        Matcher matcher = DECLARED.matcher(declared.toLowerCase(Locale.ROOT).trim());
        if (!matcher.matches()) return ColumnType.of(Kind.TEXT, declared);
        Kind kind = kind(matcher.group(1).trim());
        boolean isSized = kind == Kind.TEXT || kind == Kind.BINARY || kind == Kind.DECIMAL;
        return ColumnType.of(
                kind,
                declared,
                isSized ? number(matcher.group(2)) : 0,
                kind == Kind.DECIMAL ? number(matcher.group(3)) : 0);
    }

    /** By the name, or else by the rules of affinity, in their order. */
    private static Kind kind(String name) {
        Kind known = KINDS.get(name);
        if (known != null) return known;
        if (name.contains("int")) return Kind.BIGINT;
        if (name.contains("char") || name.contains("clob") || name.contains("text")) return Kind.TEXT;
        if (name.contains("blob")) return Kind.BINARY;
        if (name.contains("real") || name.contains("floa") || name.contains("doub")) return Kind.DOUBLE;
        return Kind.TEXT; // what has no type, or another one, may hold anything
    }

    private static int number(@Nullable String digits) {
        return digits == null || digits.length() > 9 ? 0 : Integer.parseInt(digits);
    }
}
