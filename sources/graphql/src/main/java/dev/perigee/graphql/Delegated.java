package dev.perigee.graphql;

import dev.perigee.schema.OutputField;

/** A field of the graph that a root field of a remote serves. Immutable. */
sealed interface Delegated permits RootField, Join {
    /** The root field of the remote. */
    OutputField remote();
}
