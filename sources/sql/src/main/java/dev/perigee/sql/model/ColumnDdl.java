package dev.perigee.sql.model;

import dev.perigee.sql.model.Column.Trait;

/** Writes the types of columns and their plain defaults, by the database. */
final class ColumnDdl {
    /** MariaDB and MySQL index texts of a length only; four bytes each, this many are well below their limit. */
    private static final int INDEXED_LENGTH = 255;

    private static final String SQLITE_RANDOM_UUID =
            "(lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2)"
                    + " || '-a' || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6))))";

    private final Database database;

    ColumnDdl(Database database) {
        this.database = database;
    }

    /** @param isIdentity whether it is the only column of the primary key, and the database numbers the rows */
    String write(Column column, boolean isIdentity, boolean isIndexed) {
        String name = database.quote(column.name()) + " ";
        if (isIdentity) return name + identity(column);
        boolean isDefaulted = column.is(Trait.DEFAULTED) || column.is(Trait.VERSION);
        String nullable = column.isNullable() ? "" : " not null";
        // without it, MariaDB of old lets the first timestamp of a table be the time of its last change
        if (column.isNullable() && database.isMysqlFamily() && column.type().kind() == Kind.INSTANT) nullable = " null";
        String value = isDefaulted ? " default " + defaultValue(column.type().kind()) : "";
        return name + type(column.type(), isIndexed) + value + nullable;
    }

    private String identity(Column column) {
        String type = type(column.type(), true);
        return switch (database) {
            case SQLITE -> "integer primary key"; // these very words make it the row's number
            case MARIADB, MYSQL -> type + " not null auto_increment";
            case H2, POSTGRESQL ->
                type + " generated " + (column.is(Trait.GENERATED) ? "always" : "by default") + " as identity";
        };
    }

    private String type(SqlType type, boolean isIndexed) {
        boolean isMysqlFamily = database.isMysqlFamily();
        return switch (type.kind()) {
            case BOOLEAN -> "boolean";
            case INTEGER -> "int";
            case BIGINT -> "bigint";
            case DECIMAL -> decimal(type);
            case DOUBLE -> isMysqlFamily ? "double" : "double precision";
            case TEXT -> text(type.length(), isIndexed);
            case UUID ->
                switch (database) {
                    case MYSQL -> "char(36)";
                    case H2, POSTGRESQL, SQLITE, MARIADB -> "uuid";
                };
            case DATE -> "date";
            case TIME -> isMysqlFamily ? "time(6)" : database == Database.H2 ? "time(6)" : "time";
            case TIMESTAMP -> isMysqlFamily ? "datetime(6)" : "timestamp";
            case INSTANT -> isMysqlFamily ? "timestamp(6)" : "timestamp with time zone";
            case BINARY -> binary(type.length(), isIndexed);
            case JSON ->
                switch (database) {
                    case POSTGRESQL -> "jsonb";
                    case SQLITE -> "json text"; // "text" keeps SQLite from making a number of it
                    case H2, MARIADB, MYSQL -> "json";
                };
        };
    }

    private String decimal(SqlType type) {
        if (type.length() > 0) return "decimal(" + type.length() + ", " + type.scale() + ")";
        return switch (database) {
            case H2 -> "decfloat";
            case POSTGRESQL, SQLITE -> "decimal";
            case MARIADB, MYSQL -> "decimal(38, 10)";
        };
    }

    private String text(int length, boolean isIndexed) {
        if (length > 0) return "varchar(" + length + ")";
        return switch (database) {
            case H2 -> "varchar";
            case POSTGRESQL, SQLITE -> "text";
            case MARIADB, MYSQL -> isIndexed ? "varchar(" + INDEXED_LENGTH + ")" : "longtext";
        };
    }

    private String binary(int length, boolean isIndexed) {
        return switch (database) {
            case H2 -> length > 0 ? "varbinary(" + length + ")" : "varbinary";
            case POSTGRESQL -> "bytea";
            case SQLITE -> "blob";
            case MARIADB, MYSQL ->
                length > 0 ? "varbinary(" + length + ")" : isIndexed ? "varbinary(" + INDEXED_LENGTH + ")" : "longblob";
        };
    }

    /** The plain value of the kind: nothing, or now, or another UUID each time. */
    private String defaultValue(Kind kind) {
        boolean isMysqlFamily = database.isMysqlFamily();
        return switch (kind) {
            case BOOLEAN -> "false";
            case INTEGER, BIGINT, DECIMAL, DOUBLE -> "0";
            case TEXT -> isMysqlFamily ? "('')" : "''";
            case UUID ->
                switch (database) {
                    case H2 -> "random_uuid()";
                    case POSTGRESQL -> "gen_random_uuid()";
                    case SQLITE -> SQLITE_RANDOM_UUID;
                    case MARIADB, MYSQL -> "(uuid())";
                };
            case DATE -> isMysqlFamily ? "(current_date)" : "current_date";
            case TIME -> isMysqlFamily ? "(current_time)" : database == Database.H2 ? "localtime" : "current_time";
            case TIMESTAMP, INSTANT -> isMysqlFamily ? "current_timestamp(6)" : "current_timestamp";
            case BINARY -> isMysqlFamily ? "('')" : database == Database.POSTGRESQL ? "''" : "x''";
            case JSON -> isMysqlFamily ? "('{}')" : database == Database.H2 ? "json '{}'" : "'{}'";
        };
    }
}
