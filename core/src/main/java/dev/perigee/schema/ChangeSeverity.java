package dev.perigee.schema;

/** What a change of a schema means for clients that were written against the schema before it; the worst comes first. */
public enum ChangeSeverity {
    /** Operations that were valid may be no more, or get what they cannot expect. */
    BREAKING,
    /** Operations stay valid, but may come to behave differently: an enum value that a client has never seen. */
    DANGEROUS,
    /** No operation notices, unless it asks for what is new. */
    SAFE
}
