package dev.perigee.bench.report;

import java.time.LocalDate;

/**
 * The page about the client and generated code, as Markdown.
 *
 * @param peers names and versions of what Perigee is compared with
 */
record TypedPage(Measurements run, String peers, String machine, LocalDate day) {
    private static final String CLIENT = "ClientBenchmark.";
    private static final String WIRING = "WiringBenchmark.";

    String markdown() {
        return """
            # Benchmarks: the client, and generated code

            Perigee beside the JDK's client and %s. Written by `bench/run typed` on %s; not to be edited. Machine: %s.

            ## What the client costs

            A page of twenty todos from Perigee's server, one request after the other over loopback; client and server share \
            one process and its cores. All send the same document and variables; the results are compared before anything \
            is timed. Perigee's client checks both against the schema each time.

            %s
            ## Generated wiring

            1,000 articles with their authors, by one call for all articles. The responses are the same bytes.

            %s\
            """.formatted(peers, day, machine, client(), wiring());
    }

    private String client() {
        double alone = run.of(CLIENT + "jdkBytes").micros();
        StringBuilder table =
                new StringBuilder("| | time | of the JDK's client alone | allocated |\n| --- | ---: | ---: | ---: |\n");
        row(table, "the JDK's client, the answer left as bytes", CLIENT + "jdkBytes", alone);
        row(table, "the JDK's client, the answer read into records by Jackson", CLIENT + "jdkAndJackson", alone);
        row(table, "Perigee, read as generated code does", CLIENT + "perigeeReader", alone);
        row(table, "Perigee, read into records", CLIENT + "perigeeRecord", alone);
        row(table, "Perigee, as maps", CLIENT + "perigeeMap", alone);
        return table.toString();
    }

    private String wiring() {
        double byHand = run.of(WIRING + "byHand").micros();
        StringBuilder table =
                new StringBuilder("| | time | of that by hand | allocated |\n| --- | ---: | ---: | ---: |\n");
        row(table, "wiring by hand", WIRING + "byHand", byHand);
        row(table, "generated wiring", WIRING + "generated", byHand);
        return table.toString();
    }

    private void row(StringBuilder table, String name, String benchmark, double base) {
        Measurement measured = run.of(benchmark);
        table.append("| %s | %s | **%s** | %s |\n"
                .formatted(
                        name,
                        Figures.time(measured),
                        Figures.times(measured.micros() / base),
                        Figures.bytes(measured.allocatedBytes())));
    }
}
