package dev.perigee.bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What {@link ScalarListBenchmark} answers, written by hand with Jackson's streaming generator: no engine, no document,
 * and a buffer that has its size already. The floor under any engine that writes with Jackson.
 */
@State(Scope.Benchmark)
@Fork(
        value = 2,
        jvmArgsAppend = {"-Xms2g", "-Xmx2g"})
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ByHandBenchmark {
    private final List<Product> products = Product.list(1_000);
    private final JsonFactory json = new JsonFactory();
    private final ByteArrayOutputStream buffer = new ByteArrayOutputStream();

    @Setup
    public void check() throws IOException {
        var benchmark = new ScalarListBenchmark();
        byte[] perigee = PerigeeServer.of(benchmark.schema(), benchmark.wiring(), Cache.ON)
                .answer(Requests.bytes(benchmark.document()));
        Same.require("response", perigee, byHand());
    }

    @Benchmark
    public byte[] byHand() throws IOException {
        buffer.reset();
        try (JsonGenerator out = json.createGenerator(buffer)) {
            out.writeStartObject();
            out.writeObjectFieldStart("data");
            out.writeArrayFieldStart("products");
            for (Product product : products) write(product, out);
            out.writeEndArray();
            out.writeEndObject();
            out.writeEndObject();
        }
        return buffer.toByteArray();
    }

    private static void write(Product product, JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeStringField("id", Long.toString(product.id()));
        out.writeStringField("sku", product.sku());
        out.writeStringField("name", product.name());
        out.writeStringField("brand", product.brand());
        out.writeNumberField("price", product.price());
        out.writeNumberField("rating", product.rating());
        out.writeNumberField("stock", product.stock());
        out.writeNumberField("reviews", product.reviews());
        out.writeBooleanField("available", product.available());
        out.writeStringField("status", product.status().name());
        out.writeEndObject();
    }
}
