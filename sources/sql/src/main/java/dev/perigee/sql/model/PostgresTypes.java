package dev.perigee.sql.model;

import java.util.Map;
import java.util.Set;

/** Which kinds the types of PostgreSQL are. */
final class PostgresTypes {
    private static final Map<String, Kind> KINDS = Map.ofEntries(
            Map.entry("bool", Kind.BOOLEAN),
            Map.entry("int2", Kind.INTEGER),
            Map.entry("int4", Kind.INTEGER),
            Map.entry("int8", Kind.BIGINT),
            Map.entry("oid", Kind.BIGINT),
            Map.entry("numeric", Kind.DECIMAL),
            Map.entry("float4", Kind.DOUBLE),
            Map.entry("float8", Kind.DOUBLE),
            Map.entry("text", Kind.TEXT),
            Map.entry("varchar", Kind.TEXT),
            Map.entry("bpchar", Kind.TEXT),
            Map.entry("char", Kind.TEXT),
            Map.entry("name", Kind.TEXT),
            Map.entry("uuid", Kind.UUID),
            Map.entry("date", Kind.DATE),
            Map.entry("time", Kind.TIME),
            Map.entry("timestamp", Kind.TIMESTAMP),
            Map.entry("timestamptz", Kind.INSTANT),
            Map.entry("bytea", Kind.BINARY),
            Map.entry("json", Kind.JSON),
            Map.entry("jsonb", Kind.JSON));
    /** Those that are read, written with a cast, and compared as their text is. */
    private static final Set<String> LIKE_TEXT = Set.of("citext", "inet", "cidr", "macaddr", "macaddr8", "ltree");

    /** The standard's names of built-in types, which have shorter ones. */
    private static final Set<String> LONG_NAMES = Set.of(
            "boolean",
            "smallint",
            "integer",
            "bigint",
            "real",
            "double precision",
            "character varying",
            "character",
            "\"char\"",
            "time without time zone",
            "timestamp without time zone",
            "timestamp with time zone");

    private PostgresTypes() {}

    /**
     * @param baseName of the type, or of that beneath a domain
     * @param castName the type's own name, with its schema where it needs one
     * @param modifier as {@code atttypmod} has it: below 0 where there is none
     */
    static ColumnType type(String baseName, boolean isEnum, String castName, int modifier) {
        String databaseName = LONG_NAMES.contains(castName) ? baseName : castName;
        if (isEnum || LIKE_TEXT.contains(baseName)) return ColumnType.of(Kind.TEXT, databaseName);
        Kind kind = KINDS.get(baseName);
        if (kind == null) return ColumnType.opaque(databaseName);
        // both count the four bytes of a header in
        int size = modifier - 4;
        boolean isSized = size > 0 && (baseName.equals("varchar") || baseName.equals("bpchar"));
        if (isSized) return ColumnType.of(kind, databaseName, size, 0);
        if (size > 0 && kind == Kind.DECIMAL) return ColumnType.of(kind, databaseName, size >> 16, size & 0x7ff);
        return ColumnType.of(kind, databaseName);
    }
}
