package dev.perigee.bench.report;

import java.time.LocalDate;
import java.util.List;

/**
 * The page about databases, as Markdown.
 *
 * @param peers names and versions of what Perigee is compared with
 */
record SqlPage(Measurements run, String peers, String machine, LocalDate day) {
    private static final double MOST_BY_HAND = 1.2;
    private static final String NESTED = "NestedRowsBenchmark.";

    /** A peer, as its benchmark is called and as readers know it. */
    private record Peer(String method, String name) {}

    private static final List<Peer> PEERS = List.of(
            new Peer("jdbcByHand", "JDBC by hand"),
            new Peer("jooqMultiset", "jOOQ `MULTISET`"),
            new Peer("hibernateBatches", "Hibernate, batch fetching"),
            new Peer("graphqlJavaDataLoader", "graphql-java, java-dataloader, JDBC"));

    /** A database, as the benchmark's parameter and as readers know it. */
    private record Database(String parameter, String name) {}

    private static final List<Database> DATABASES = List.of(
            new Database("H2", "H2, in the process"), new Database("POSTGRESQL", "PostgreSQL, on this machine"));

    String markdown() {
        return """
            # Benchmarks: SQL

            Perigee beside %s. Written by `bench/run sql` on %s; not to be edited. Machine: %s.

            ## Three nested levels

            Ten artists, their hundred albums and the thousand tracks of those, from the database to the bytes of JSON. All \
            send the same bytes, which is checked before anything is timed; Perigee, JDBC by hand and graphql-java send the \
            same three statements.

            %s
            JDBC by hand is what a careful engineer writes for this one response: one connection, the three statements, maps \
            by key, and Jackson's streaming generator; Perigee is meant to take at most %s times as long. Objects of jOOQ and \
            Hibernate are written by Jackson, too. Hibernate's batch size is large enough for one statement a level.

            ## The last five of each

            The last five notes of each of 1,000 authors, 5,000 rows, from PostgreSQL, by an index on the foreign key and the \
            primary key. Five of 20 take %s, five of 200, which is ten times the table, take %s: **%s** the time.

            ## Writing a statement

            Filters come as variables, so a request may need a statement that no request has needed before. To write one with \
            a key and a filter takes %s.

            ## A crowd

            10,000 virtual threads ask at the same time, each for an album with its tracks (two statements), with a pool of \
            10 connections. All have an answer, none an error, and all connections are back.

            %s
            The time of one request is nearly all waiting for its turn, which comes in the order of arrival, once for each \
            statement.
            """.formatted(
                        peers, day, machine, nested(), MOST_BY_HAND, last(20), last(200), growth(), writing(), crowd());
    }

    private String last(int of) {
        return Figures.time(run.of("LastOfEachBenchmark.perigee " + of));
    }

    private String growth() {
        double few = run.of("LastOfEachBenchmark.perigee 20").micros();
        return Figures.times(run.of("LastOfEachBenchmark.perigee 200").micros() / few);
    }

    /** Why statements are not written by a library. */
    private String writing() {
        Measurement perigee = run.of("WriteBenchmark.perigee");
        Measurement jooq = run.of("WriteBenchmark.jooq");
        return "%s, with %s; jOOQ takes %s and %s for the same one"
                .formatted(
                        Figures.time(perigee),
                        Figures.bytes(perigee.allocatedBytes()),
                        Figures.time(jooq),
                        Figures.bytes(jooq.allocatedBytes()));
    }

    private String nested() {
        StringBuilder table =
                new StringBuilder("| | time | Perigee's time is | allocated |\n| --- | ---: | ---: | ---: |\n");
        for (Database database : DATABASES) {
            Measurement perigee = run.of(NESTED + "perigee " + database.parameter());
            table.append("| **%s** | | | |\n| Perigee | %s | | %s |\n"
                    .formatted(database.name(), Figures.time(perigee), Figures.bytes(perigee.allocatedBytes())));
            for (Peer peer : PEERS) table.append(row(peer, perigee, database));
        }
        return table.toString();
    }

    private String row(Peer peer, Measurement perigee, Database database) {
        Measurement measured = run.of(NESTED + peer.method() + " " + database.parameter());
        double times = perigee.micros() / measured.micros();
        boolean isByHand = peer.method().equals("jdbcByHand");
        String aim = !isByHand ? "" : times <= MOST_BY_HAND ? " (at most 1.2)" : " (at most 1.2, missed)";
        return "| %s | %s | **%s**%s | %s |\n"
                .formatted(
                        peer.name(),
                        Figures.time(measured),
                        Figures.times(times),
                        aim,
                        Figures.bytes(measured.allocatedBytes()));
    }

    private String crowd() {
        StringBuilder table =
                new StringBuilder("| | all have their answer after | half of them after | 99 of 100 after |\n"
                        + "| --- | ---: | ---: | ---: |\n");
        for (Database database : DATABASES) {
            String name = "CrowdBenchmark.perigee " + database.parameter();
            table.append("| %s | %s | %s | %s |\n"
                    .formatted(
                            database.name(),
                            Figures.time(run.of(name)),
                            Figures.micros(run.counter(name, "p50")),
                            Figures.micros(run.counter(name, "p99"))));
        }
        return table.toString();
    }
}
