package dev.perigee.graphql;

import dev.perigee.schema.OutputField;

/** A root field of a remote as a root field of the graph. */
record RootField(OutputField remote) implements Delegated {}
