package dev.perigee.sql.graph;

/** x */
public final class SqlScalars {
    private SqlScalars() {}
}
