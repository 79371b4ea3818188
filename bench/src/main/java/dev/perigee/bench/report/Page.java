package dev.perigee.bench.report;

import java.time.LocalDate;
import java.util.List;

/**
 * The page about one run, as Markdown.
 *
 * @param peers names and versions of what Perigee is compared with
 */
record Page(Measurements run, String peers, String machine, LocalDate day) {
    private static final double MOST_BY_HAND = 1.5;

    private static final String HEADER = """
        | work | Perigee | graphql-java | times faster | Perigee allocates | graphql-java allocates | times less |
        | --- | ---: | ---: | ---: | ---: | ---: | ---: |
        """;

    String markdown() {
        return """
            # Benchmarks

            Perigee beside %s: the same documents, the same Java objects, and the same response byte for byte, which \
            is checked before anything is timed. Written by `bench/run` on %s; not to be edited.

            ![How many times faster Perigee is, for each kind of work](benchmarks.svg)

            %s
            In brackets: the least that is aimed for. Machine: %s.

            The same requests with documents that are new to both engines, so that each is parsed and validated, and \
            planned by Perigee:

            %s
            %s

            ## How it is measured

            - Time is the mean of one operation on one thread, ± half of its 99.9 %% confidence interval. Allocation is \
            that of all threads for one operation.
            - A request is measured through the public entry of each engine, from the UTF-8 bytes of its document to \
            an array with the bytes of its response. Parsing is from UTF-8 bytes to the tree; validation begins with \
            the tree.
            - graphql-java is as fast as its settings make it: a `PreparsedDocumentProvider` over a map, a \
            `LightDataFetcher` that calls the getter for each property, enums by their Java values, no \
            instrumentation; java-dataloader with a mapped batch loader that completes at once, in a registry for \
            each request; Jackson's `writeValueAsBytes` for the result.
            - Perigee is as its users have it: classes in a `Wiring`, a `Loader`, limits and deadlines at their \
            defaults.
            - Backends answer at once from memory: this is the engines' own time. Calls to backends that an engine \
            saves are not shown here.
            - New documents differ from each other by a comment only.

            `bench/run` measures it all again, in about eleven minutes, and rewrites this page; `bench/run --quick` is \
            shorter and less exact. The benchmarks are in `bench/src/main/java/dev/perigee/bench`.
            """.formatted(
                        peers, day, table(Comparison.known(run)), machine, table(Comparison.unseen(run)), byHand());
    }

    private static String table(List<Comparison> comparisons) {
        StringBuilder table = new StringBuilder(HEADER);
        for (Comparison comparison : comparisons) table.append(row(comparison));
        return table.toString();
    }

    private static String row(Comparison of) {
        return "| %s | %s | %s | %s | %s | %s | %s |\n"
                .formatted(
                        of.work(),
                        Figures.time(of.perigee()),
                        Figures.time(of.peer()),
                        ratio(of.speedup(), of.target()),
                        Figures.bytes(of.perigee().allocatedBytes()),
                        Figures.bytes(of.peer().allocatedBytes()),
                        ratio(of.lessAllocation(), of.target() == 0 ? 0 : Comparison.ALLOCATION_TARGET));
    }

    private static String ratio(double times, int target) {
        String shown = "**" + Figures.times(times) + "**";
        if (target == 0) return shown;
        return shown + (times >= target ? " (%d)" : " (%d, missed)").formatted(target);
    }

    private String byHand() {
        Comparison byHand = Comparison.byHand(run);
        double times = 1 / byHand.speedup();
        return """
            To write the bytes of the 1,000 objects × 10 scalars by hand, with Jackson's streaming generator and no \
            engine, takes %s and allocates %s. The whole request to Perigee takes **%s** as long (at most %s%s).\
            """.formatted(
                        Figures.time(byHand.peer()),
                        Figures.bytes(byHand.peer().allocatedBytes()),
                        Figures.times(times),
                        Figures.digits(MOST_BY_HAND),
                        times <= MOST_BY_HAND ? "" : ", missed");
    }
}
