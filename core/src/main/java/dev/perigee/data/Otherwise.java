package dev.perigee.data;

/** What a caller gets in place of what an {@link AccessRule} keeps from them. */
public enum Otherwise {
    /** An execution error, {@code FORBIDDEN} or {@code UNAUTHENTICATED}, that names what was asked for. */
    ERROR,
    /** Null, as if there was nothing. */
    NULL
}
