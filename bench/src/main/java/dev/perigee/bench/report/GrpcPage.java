package dev.perigee.bench.report;

import java.time.LocalDate;

/**
 * The page about gRPC, as Markdown.
 *
 * @param peers names and versions of what Perigee is compared with
 */
record GrpcPage(Measurements run, String peers, String machine, LocalDate day) {
    private static final String TRANSCODE = "TranscodeBenchmark.";
    private static final String PATHS = "PathsBenchmark.";
    private static final int CLIENTS = 16;

    String markdown() {
        return """
            # Benchmarks: gRPC

            Perigee beside %s. Written by `bench/run grpc` on %s; not to be edited. Machine: %s.

            ## From protobuf to JSON

            A reply of a hundred messages with twenty fields each, from its bytes to the bytes of JSON. All write the same \
            bytes, which is checked before anything is timed.

            %s
            Generated classes, parsed and written by protobuf-jackson, are the fastest that we found for people who have \
            them; a gateway that learns the IDL when it starts has dynamic messages.

            ## The ways to one reply

            Twenty items, six fields of twenty, for %d clients at a time. The clients, the HTTP servers and the service share \
            one process and its cores; the HTTP server and the client are the same for all but gRPC alone. All replies are \
            the same bytes.

            %s
            ![Requests a second](benchmarks-grpc.svg)

            By hand: an asynchronous handler for this one query, with generated classes and Jackson's generator. The same \
            graph in the process has the service's class behind it, without the network between.

            ## What a selection saves

            A hundred rows of thirty columns, from a service on the hydration layer through the gateway. The service reads \
            and sends the columns that the query selects.

            %s
            ## One call a level

            1,000 users, their five friends each, and the five friends of those: 31,000 objects by a method that takes many \
            ids. A request takes %s calls of the service, and %s: a level takes one call, or none if all its users are known \
            from the level above.
            """.formatted(peers, day, machine, transcoding(), CLIENTS, paths(), selection(), calls(), friends());
    }

    private String transcoding() {
        StringBuilder table =
                new StringBuilder("| | time | Perigee is faster by | allocated |\n| --- | ---: | ---: | ---: |\n");
        for (String selected : new String[] {"6", "20"}) {
            Measurement perigee = run.of(TRANSCODE + "perigee " + selected);
            table.append("| **%s of 20 fields** | | | |\n".formatted(selected));
            table.append("| Perigee | %s | | %s |\n"
                    .formatted(Figures.time(perigee), Figures.bytes(perigee.allocatedBytes())));
            table.append(peer("dynamic messages, `JsonFormat`", "dynamicMessages " + selected, perigee, 8));
            int aim = selected.equals("20") ? 3 : 0;
            table.append(peer("generated classes, protobuf-jackson", "generatedClasses " + selected, perigee, aim));
        }
        return table.toString();
    }

    /** @param aim how many times faster Perigee is meant to be, 0 if nothing was said */
    private String peer(String name, String benchmark, Measurement perigee, int aim) {
        Measurement peer = run.of(TRANSCODE + benchmark);
        double times = peer.micros() / perigee.micros();
        String missed = times < aim ? ", missed" : "";
        return "| %s | %s | **%s**%s | %s |\n"
                .formatted(
                        name,
                        Figures.time(peer),
                        Figures.times(times),
                        aim == 0 ? "" : " (at least %d%s)".formatted(aim, missed),
                        Figures.bytes(peer.allocatedBytes()));
    }

    private String paths() {
        double byHand = run.of(PATHS + "byHand").micros();
        StringBuilder table =
                new StringBuilder("| | requests a second | of the handler by hand |\n| --- | ---: | ---: |\n");
        for (Path path : Path.values()) {
            double micros = run.of(PATHS + path.benchmark).micros();
            String aim = path == Path.GATEWAY ? " (at least 0.8" + (byHand / micros < 0.8 ? ", missed)" : ")") : "";
            table.append("| %s | %,.0f | **%s**%s |\n"
                    .formatted(path.words, CLIENTS * 1e6 / micros, Figures.times(byHand / micros), aim));
        }
        return table.toString();
    }

    /** As bars, by requests a second. */
    String svg() {
        Bars bars = new Bars("Requests a second");
        for (Path path : Path.values()) {
            bars.add(path.words, CLIENTS * 1e6 / run.of(PATHS + path.benchmark).micros());
        }
        return bars.svg();
    }

    private String selection() {
        StringBuilder table = new StringBuilder(
                "| columns selected | time | bytes that the service sends |\n| --- | ---: | ---: |\n");
        for (String selected : new String[] {"1", "30"}) {
            String name = "SelectionBenchmark.perigee " + selected;
            double bytes = run.counter(name, "bytes") / run.counter(name, "calls");
            table.append(
                    "| %s of 30 | %s | %s |\n".formatted(selected, Figures.time(run.of(name)), Figures.bytes(bytes)));
        }
        return table.toString();
    }

    private String calls() {
        String name = "FriendsBenchmark.perigee";
        return Figures.digits(run.counter(name, "calls") / run.counter(name, "requests"));
    }

    private String friends() {
        return Figures.time(run.of("FriendsBenchmark.perigee"));
    }

    /** A way to a reply, as its benchmark is called and as readers know it. */
    private enum Path {
        ALONE("gRPC alone, no HTTP", "grpcAlone"),
        BY_HAND("a handler by hand", "byHand"),
        GATEWAY("Perigee's gateway", "gateway"),
        IN_PROCESS("the same graph in the process", "inProcess");

        final String words;
        final String benchmark;

        Path(String words, String benchmark) {
            this.words = words;
            this.benchmark = benchmark;
        }
    }
}
