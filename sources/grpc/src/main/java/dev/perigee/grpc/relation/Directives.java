package dev.perigee.grpc.relation;

import dev.perigee.grpc.graph.DirectiveDefinitions;

/** The directive that declares relations in SDL. */
public final class Directives {
    /** Its name, without {@code @}. */
    public static final String NAME = "grpc";

    /** Its definition, with the types that it needs, to be read beside a schema that uses it. */
    public static final String SDL = DirectiveDefinitions.RELATION;

    private Directives() {}
}
