package dev.perigee.cli.serve;

/** What happens when the IDL changes while its graph is served. */
enum Reload {
    /** The graph changes with it. */
    ALWAYS,
    /** The graph changes with it, unless that would break what clients ask for today. */
    SAFE,
    /** Nothing, until the next start. */
    NEVER
}
