package dev.perigee.bench;

/** Whether an engine has seen a document before. */
public enum Cache {
    /** Each request is the same document, and both engines keep what they made of it. */
    ON,
    /** Each request is a document that neither has, or keeps: it is parsed, validated and planned again. */
    OFF
}
