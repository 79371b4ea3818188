package dev.perigee.codegen.settings;

/** How a field is resolved that no class has. */
public enum ResolverKind {
    /** One call for all objects at a place, with a map as result. What is taken if nothing is said. */
    BATCHED,
    /** A pure function of the object: no I/O. */
    COMPUTED,
    /** One call for each object. */
    CALL,
    /** Not at all by what is generated: a source or a wiring by hand has it. */
    ELSEWHERE
}
