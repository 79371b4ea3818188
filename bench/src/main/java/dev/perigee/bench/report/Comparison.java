package dev.perigee.bench.report;

import java.util.List;

/**
 * One row: the same work by both.
 *
 * @param work what is done, for readers
 * @param target how many times faster it is meant to be at least; 0 where nothing is promised
 */
record Comparison(String work, Measurement perigee, Measurement peer, int target) {
    /** A tenth of the peer's, wherever a time is promised. */
    static final int ALLOCATION_TARGET = 10;

    /** What is measured against the targets: whatever is kept between requests is kept by both. */
    static List<Comparison> known(Measurements run) {
        return List.of(
                of("parse the introspection query, 1.6 KB", "ParseBenchmark", " INTROSPECTION", 20, run),
                of("parse a query with fragments, 3 KB", "ParseBenchmark", " QUERY", 20, run),
                of("parse a schema, 100 KB", "ParseBenchmark", " SDL", 20, run),
                of("validate the 3 KB query", "ValidateBenchmark", "", 10, run),
                of("1,000 objects × 10 scalars", "ScalarListBenchmark", " ON", 8, run),
                of("1,000 objects, each with a loaded one", "LoadedUserBenchmark", " ON", 8, run),
                of("250 × 250 nested lists", "NestedListBenchmark", " ON", 8, run),
                of("{ hello }", "HelloBenchmark", " ON", 1, run));
    }

    /** The same requests with documents that no cache has. */
    static List<Comparison> unseen(Measurements run) {
        return List.of(
                of("1,000 objects × 10 scalars", "ScalarListBenchmark", " OFF", 0, run),
                of("1,000 objects, each with a loaded one", "LoadedUserBenchmark", " OFF", 0, run),
                of("250 × 250 nested lists", "NestedListBenchmark", " OFF", 0, run),
                of("{ hello }", "HelloBenchmark", " OFF", 0, run));
    }

    /** Perigee's whole request beside nothing but writing its bytes: its time is meant to be at most 1.5 times as long. */
    static Comparison byHand(Measurements run) {
        return new Comparison(
                "1,000 objects × 10 scalars",
                run.of("ScalarListBenchmark.perigee ON"),
                run.of("ByHandBenchmark.byHand"),
                0);
    }

    /** How many times as long the peer takes. */
    double speedup() {
        return peer.micros() / perigee.micros();
    }

    /** How many times as much the peer allocates. */
    double lessAllocation() {
        return peer.allocatedBytes() / perigee.allocatedBytes();
    }

    private static Comparison of(String work, String benchmark, String parameters, int target, Measurements run) {
        return new Comparison(
                work,
                run.of(benchmark + ".perigee" + parameters),
                run.of(benchmark + ".graphqlJava" + parameters),
                target);
    }
}
