package dev.perigee.sql.database;

/** Looks into the gate of a database, for tests of other packages. */
public final class Permits {
    private Permits() {}

    /** How many more statements could run at once. */
    public static int free(Database database) {
        return database.gate().free();
    }
}
