package dev.perigee.sql.model;

/**
 * What a column of a database holds, as far as Perigee understands it.
 *
 * @param isOpaque whether it is a type that Perigee knows nothing of: readable as text, but neither written nor compared
 */
record ColumnType(SqlType type, boolean isOpaque) {
    static ColumnType of(Kind kind, String databaseName) {
        return of(kind, databaseName, 0, 0);
    }

    static ColumnType of(Kind kind, String databaseName, int length, int scale) {
        return new ColumnType(new SqlType(kind, databaseName, length, scale), false);
    }

    static ColumnType opaque(String databaseName) {
        return new ColumnType(new SqlType(Kind.TEXT, databaseName, 0, 0), true);
    }
}
