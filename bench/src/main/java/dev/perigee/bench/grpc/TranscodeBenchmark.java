package dev.perigee.bench.grpc;

import dev.perigee.bench.Same;
import dev.perigee.bench.grpc.catalog.Item;
import java.util.List;
import java.util.concurrent.TimeUnit;
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
import org.openjdk.jmh.annotations.Warmup;

/** A reply of a hundred messages with twenty fields each, from its bytes to the bytes of JSON. */
@State(Scope.Benchmark)
@Fork(
        value = 3,
        jvmArgsAppend = {"-Xms1g", "-Xmx1g"})
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class TranscodeBenchmark {
    static final List<String> SOME = List.of("id", "name", "price", "active", "category", "url");

    /** How many of the twenty fields are selected. */
    @Param({"6", "20"})
    int selected;

    private byte[] reply;
    private PerigeeWire perigee;
    private DynamicMessages dynamic;
    private GeneratedClasses generated;

    @Setup
    public void prepare() throws Exception {
        List<String> all = Item.getDescriptor().getFields().stream()
                .map(field -> field.getName())
                .toList();
        List<String> fields = selected == SOME.size() ? SOME : all;
        reply = Replies.items(100);
        perigee = new PerigeeWire(fields);
        dynamic = new DynamicMessages(fields);
        generated = new GeneratedClasses(fields);
        Same.require("JSON of dynamic messages", perigee.json(reply), dynamic.json(reply));
        Same.require("JSON of generated classes", perigee.json(reply), generated.json(reply));
    }

    @Benchmark
    public byte[] perigee() {
        return perigee.json(reply);
    }

    @Benchmark
    public byte[] dynamicMessages() throws Exception {
        return dynamic.json(reply);
    }

    @Benchmark
    public byte[] generatedClasses() throws Exception {
        return generated.json(reply);
    }
}
