package dev.perigee.sql.model;

/** How well a column of a database can hold the values of a component. */
enum KindMatch {
    /** All of them, in both directions that matter. */
    WHOLLY,
    /** Some values can't be read or written. */
    PARTLY,
    NONE;

    static KindMatch of(Kind kind, ColumnType column, Database database) {
        Kind found = column.type().kind();
        if (column.isOpaque()) return kind == Kind.TEXT ? PARTLY : NONE;
        if (found == kind) return WHOLLY;
        if (database == Database.SQLITE) return ofSqlite(kind, found);
        return switch (kind) {
            case BIGINT -> found == Kind.INTEGER || found == Kind.DECIMAL ? PARTLY : NONE;
            case INTEGER -> found == Kind.BIGINT || found == Kind.DECIMAL ? PARTLY : NONE;
            case DECIMAL -> found.isNumeric() ? PARTLY : NONE;
            case DOUBLE -> found.isNumeric() ? PARTLY : NONE;
            // MariaDB keeps JSON as long text, and MySQL UUIDs as short ones
            case JSON, UUID -> found == Kind.TEXT ? WHOLLY : NONE;
            case TEXT -> found == Kind.UUID || found == Kind.JSON ? PARTLY : NONE;
            // in the time zone of the session
            case INSTANT -> found == Kind.TIMESTAMP ? PARTLY : NONE;
            case TIMESTAMP -> found == Kind.INSTANT || found == Kind.DATE ? PARTLY : NONE;
            case BOOLEAN, DATE, TIME, BINARY -> NONE;
        };
    }

    /** SQLite keeps any value in any column; the declared type only prefers a form. */
    private static KindMatch ofSqlite(Kind kind, Kind found) {
        return switch (kind) {
            case BOOLEAN, INTEGER, BIGINT, DECIMAL, DOUBLE ->
                found.isNumeric() || found == Kind.BOOLEAN ? WHOLLY : NONE;
            case DATE, TIME, TIMESTAMP, INSTANT, UUID, JSON, TEXT ->
                found == Kind.BINARY || found == Kind.BOOLEAN || found.isNumeric() ? PARTLY : WHOLLY;
            case BINARY -> NONE;
        };
    }
}
