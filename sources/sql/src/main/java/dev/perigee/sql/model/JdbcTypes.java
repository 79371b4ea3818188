package dev.perigee.sql.model;

import java.sql.Types;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which kinds the types of H2, MariaDB and MySQL are, by the numbers that JDBC has for them, and by their names. */
final class JdbcTypes {
    /** H2 and MySQL give their own limit to texts that have none; nobody declares as much. */
    private static final int UNLIMITED = 1_000_000;

    private JdbcTypes() {}

    static ColumnType type(int jdbcType, String typeName, int size, int digits, Database database) {
        String name = typeName.toUpperCase(Locale.ROOT);
        Kind kind = byName(name, database);
        if (kind == null) kind = byNumber(jdbcType, size);
        if (kind == null) return ColumnType.opaque(typeName);
        return switch (kind) {
            case TEXT, BINARY -> ColumnType.of(kind, typeName, isSized(name) && size < UNLIMITED ? size : 0, 0);
            case DECIMAL -> name.equals("DECFLOAT") ? ColumnType.of(kind, typeName) : decimal(typeName, size, digits);
            default -> ColumnType.of(kind, typeName);
        };
    }

    /** Texts and blobs of MySQL have a limit in their type, in bytes; enums and sets one that is no one's concern. */
    private static boolean isSized(String name) {
        return !name.startsWith("ENUM") && !name.startsWith("SET") && !name.endsWith("TEXT") && !name.endsWith("BLOB");
    }

    private static ColumnType decimal(String typeName, int size, int digits) {
        return size < UNLIMITED
                ? ColumnType.of(Kind.DECIMAL, typeName, size, digits)
                : ColumnType.of(Kind.DECIMAL, typeName);
    }

    /** Where the number says too little. */
    private static @Nullable Kind byName(String name, Database database) {
        if (name.startsWith("ENUM") || name.equals("SET")) return Kind.TEXT;
        if (name.equals("UUID")) return Kind.UUID;
        if (name.equals("JSON")) return Kind.JSON;
        if (name.equals("DECFLOAT")) return Kind.DECIMAL;
        if (name.equals("YEAR")) return Kind.INTEGER;
        if (name.equals("INT UNSIGNED") || name.equals("INTEGER UNSIGNED")) return Kind.BIGINT;
        if (name.equals("BIGINT UNSIGNED")) return Kind.DECIMAL;
        // a timestamp of MySQL is a point in time, a datetime what the clock shows
        if (database.isMysqlFamily() && name.startsWith("TIMESTAMP")) return Kind.INSTANT;
        return null;
    }

    private static @Nullable Kind byNumber(int jdbcType, int size) {
        return switch (jdbcType) {
            case Types.BOOLEAN -> Kind.BOOLEAN;
            case Types.BIT -> size <= 1 ? Kind.BOOLEAN : null;
            case Types.TINYINT, Types.SMALLINT, Types.INTEGER -> Kind.INTEGER;
            case Types.BIGINT -> Kind.BIGINT;
            case Types.NUMERIC, Types.DECIMAL -> Kind.DECIMAL;
            case Types.REAL, Types.FLOAT, Types.DOUBLE -> Kind.DOUBLE;
            case Types.CHAR,
                    Types.VARCHAR,
                    Types.LONGVARCHAR,
                    Types.NCHAR,
                    Types.NVARCHAR,
                    Types.LONGNVARCHAR,
                    Types.CLOB,
                    Types.NCLOB -> Kind.TEXT;
            case Types.DATE -> Kind.DATE;
            case Types.TIME -> Kind.TIME;
            case Types.TIMESTAMP -> Kind.TIMESTAMP;
            case Types.TIMESTAMP_WITH_TIMEZONE -> Kind.INSTANT;
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> Kind.BINARY;
            default -> null;
        };
    }
}
