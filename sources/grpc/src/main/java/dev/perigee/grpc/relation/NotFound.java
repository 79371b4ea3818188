package dev.perigee.grpc.relation;

/** What is done when a batch ends with the status {@code NOT_FOUND}, as it does for one missing key by AIP-231. */
public enum NotFound {
    /** The error of all fields whose keys are in the batch. */
    FAIL,
    /** Each key is asked for by itself. */
    SINGLE,
    /** All keys of the batch are missing. */
    NULL
}
