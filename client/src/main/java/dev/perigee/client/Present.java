package dev.perigee.client;

/** Reads a value that is there. */
@FunctionalInterface
interface Present<T> {
    T read(Object value, String path);
}
