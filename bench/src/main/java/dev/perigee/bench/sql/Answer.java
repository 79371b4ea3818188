package dev.perigee.bench.sql;

/** One way to get the nested lists from the database: the bytes of the response, each time anew. */
@FunctionalInterface
interface Answer {
    byte[] bytes() throws Exception;
}
