package dev.perigee.sql.statement;

import dev.perigee.sql.model.Kind;
import dev.perigee.sql.model.SqlType;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** PostgreSQL's names of types. */
final class PostgreSqlTypes {
    /** The driver's names of the database's own types, which need no quotes, with what they are called in a statement. */
    private static final Map<String, String> BUILT_IN = Map.ofEntries(
            Map.entry("bool", "bool"),
            Map.entry("int2", "int2"),
            Map.entry("int4", "int4"),
            Map.entry("int8", "int8"),
            // What the driver calls a whole number whose default is a sequence: no type that a value could have.
            Map.entry("smallserial", "int2"),
            Map.entry("serial", "int4"),
            Map.entry("bigserial", "int8"),
            Map.entry("numeric", "numeric"),
            Map.entry("float4", "float4"),
            Map.entry("float8", "float8"),
            Map.entry("text", "text"),
            Map.entry("varchar", "varchar"),
            Map.entry("bpchar", "bpchar"),
            Map.entry("uuid", "uuid"),
            Map.entry("date", "date"),
            Map.entry("time", "time"),
            Map.entry("timestamp", "timestamp"),
            Map.entry("timestamptz", "timestamptz"),
            Map.entry("bytea", "bytea"),
            Map.entry("json", "json"),
            Map.entry("jsonb", "jsonb"));

    private PostgreSqlTypes() {}

    /** The name of a type of the database's own, null of one that users or extensions defined. */
    static @Nullable String builtIn(SqlType type) {
        return type.databaseName().isEmpty() ? usual(type.kind()) : BUILT_IN.get(type.databaseName());
    }

    /** The name of the type of an array's elements. */
    static String element(SqlType type) {
        String builtIn = builtIn(type);
        return builtIn == null ? type.databaseName() : builtIn;
    }

    /** Whether it is known to be one of the types whose comparisons are those of text. */
    static boolean isPlainText(SqlType type) {
        return type.kind() == Kind.TEXT
                && switch (type.databaseName()) {
                    case "", "text", "varchar", "bpchar" -> true;
                    default -> false;
                };
    }

    private static String usual(Kind kind) {
        return switch (kind) {
            case BOOLEAN -> "bool";
            case INTEGER -> "int4";
            case BIGINT -> "int8";
            case DECIMAL -> "numeric";
            case DOUBLE -> "float8";
            case TEXT -> "text";
            case UUID -> "uuid";
            case DATE -> "date";
            case TIME -> "time";
            case TIMESTAMP -> "timestamp";
            case INSTANT -> "timestamptz";
            case BINARY -> "bytea";
            case JSON -> "jsonb";
        };
    }
}
