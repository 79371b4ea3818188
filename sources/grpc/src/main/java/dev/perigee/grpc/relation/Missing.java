package dev.perigee.grpc.relation;

/** What stands where a call has no result for a key. */
public enum Missing {
    /** Null: of the field, or of the item of a list of keys. */
    NULL,
    /** An error of the field. */
    ERROR,
    /** Of a list of keys, nothing: the list is shorter. */
    OMIT
}
