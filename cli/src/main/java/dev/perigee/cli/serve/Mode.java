package dev.perigee.cli.serve;

/** What a server is run for. */
public enum Mode {
    /** Trying things out on this machine: with GraphiQL, and reachable from nowhere else. */
    DEVELOPMENT,
    /** Serving others: on all addresses, and without GraphiQL. */
    PRODUCTION
}
