package dev.perigee.bench;

import dev.perigee.data.Wiring;
import graphql.ExecutionInput;
import graphql.schema.idl.RuntimeWiring;
import java.io.IOException;
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

/**
 * From the bytes of a request's document to the bytes of its response, by both engines over the same objects. A subclass
 * is one operation: a schema, a document, and how each engine gets at the objects.
 */
@State(Scope.Benchmark)
@Fork(
        value = 2,
        jvmArgsAppend = {"-Xms2g", "-Xmx2g"})
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public abstract class ExecuteBenchmark {
    @Param
    Cache cache;

    private Requests requests;
    private Server perigee;
    private Server graphqlJava;

    abstract String schema();

    abstract String document();

    abstract Wiring wiring();

    abstract RuntimeWiring peerWiring();

    /** Adds what one request to graphql-java brings along, such as its data loaders. */
    void preparePeer(ExecutionInput.Builder request) {}

    @Setup
    public void start() throws IOException {
        requests = new Requests(document(), cache);
        perigee = PerigeeServer.of(schema(), wiring(), cache);
        graphqlJava = GraphqlJavaServer.of(schema(), peerWiring(), this::preparePeer, cache);
        byte[] response = perigee();
        Same.require("response", response, graphqlJava());
        Same.requireData(response);
    }

    @Benchmark
    public byte[] perigee() throws IOException {
        return perigee.answer(requests.next());
    }

    @Benchmark
    public byte[] graphqlJava() throws IOException {
        return graphqlJava.answer(requests.next());
    }
}
