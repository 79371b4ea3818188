package dev.perigee.cli.serve;

import org.jspecify.annotations.Nullable;

/** What the command line says in place of {@code perigee.yaml}; null where it says nothing. */
public record Overrides(
        @Nullable Integer port,
        @Nullable String host,
        @Nullable Mode mode,
        @Nullable DatabaseAddress database,
        @Nullable GrpcTarget grpc) {
    public static final Overrides NONE = new Overrides(null, null, null);

    public Overrides(@Nullable Integer port, @Nullable String host, @Nullable Mode mode) {
        this(port, host, mode, null, null);
    }

    /** Sources, and nothing else. */
    public static Overrides of(@Nullable DatabaseAddress database, @Nullable GrpcTarget grpc) {
        return new Overrides(null, null, null, database, grpc);
    }
}
