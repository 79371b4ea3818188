package dev.perigee.sql.statement;

/** A way to read a page of each of several parents in one statement. */
@FunctionalInterface
interface ParentPages {
    void write(SelectWriter select);
}
