package dev.perigee.bench.grpc;

import dev.perigee.bench.grpc.wide.Book;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A hundred rows of thirty columns from a service on the hydration layer, through the gateway: with one column selected,
 * and with all. The bytes that the service sends are counted beside the time.
 */
@State(Scope.Benchmark)
@Fork(
        value = 2,
        jvmArgsAppend = {"-Xms1g", "-Xmx1g"})
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class SelectionBenchmark {
    /** How many of the thirty columns are selected. */
    @Param({"1", "30"})
    int selected;

    private LibraryService service;
    private LocalServer server;
    private GatewayServer gateway;
    private HttpConnection client;

    @Setup
    public void start() throws Exception {
        service = new LibraryService();
        server = LocalServer.start(service);
        gateway = new GatewayServer(server.inGraph("library"), "");
        String fields = Book.getDescriptor().getFields().stream()
                .map(field -> field.getName())
                .skip(1) // the key
                .limit(selected)
                .collect(Collectors.joining(" "));
        client = new HttpConnection(
                gateway.uri(),
                "{\"query\":\"{ listBooks(count: %d) { books { %s%s } } }\"}"
                        .formatted(LibraryService.BOOKS, fields, selected == 1 ? "" : " id"));
    }

    @TearDown
    public void stop() throws Exception {
        client.close();
        gateway.close();
        server.close();
        service.close();
    }

    /** What the service sends, in bytes: added up over the iterations, as JMH does with counters. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Sent {
        public long calls;
        public long bytes;
    }

    @Benchmark
    public byte[] perigee(Sent sent) throws Exception {
        long before = service.sentBytes.get();
        byte[] reply = client.send();
        sent.calls++;
        sent.bytes += service.sentBytes.get() - before;
        return reply;
    }
}
