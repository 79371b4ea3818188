package dev.perigee.sql.hydration;

/** What a field makes of its rows. */
enum Form {
    /** The row, or null. */
    ONE,
    /** A list of rows. */
    LIST,
    /** A {@link Connection}. */
    CONNECTION
}
