package dev.perigee.bench.sql;

/** The databases that are measured: one in the process, and one behind a socket. */
public enum DatabaseKind {
    H2,
    POSTGRESQL
}
