package dev.perigee.bench.typed;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.perigee.bench.Same;
import dev.perigee.client.Client;
import dev.perigee.client.Data;
import dev.perigee.client.Operation;
import dev.perigee.client.ValueReader;
import dev.perigee.data.Wiring;
import dev.perigee.execution.Engine;
import dev.perigee.language.Source;
import dev.perigee.schema.Schema;
import dev.perigee.server.GraphServer;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A page of twenty todos from Perigee's server, over loopback: by the JDK's client that sends the same bytes, with the answer
 * left as bytes or read into the same records by Jackson, and by Perigee's client, which checks document and variables
 * against the schema.
 */
@State(Scope.Benchmark)
@Fork(
        value = 2,
        jvmArgsAppend = {"-Xms1g", "-Xmx1g"})
@Warmup(iterations = 8, time = 2)
@Measurement(iterations = 6, time = 2)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ClientBenchmark {
    private static final String SDL = """
        type Query { todos(first: Int!): [Todo!]! }
        type Todo { id: ID! title: String! isDone: Boolean! }
        """;
    private static final String DOCUMENT = "query Page($first: Int!) { todos(first: $first) { id title isDone } }";
    private static final String BODY = "{\"query\":\"" + DOCUMENT + "\",\"variables\":{\"first\":20}}";

    private GraphServer server;
    private Client client;
    private HttpClient jdk;
    private HttpRequest request;
    private ObjectReader reader;

    /** What is asked for. */
    public record Todo(String id, String title, boolean isDone) {
        private static final ValueReader<List<Todo>> LIST =
                ValueReader.nonNull(ValueReader.listOf(ValueReader.nonNull(ValueReader.object(Todo::read))));

        private static Todo read(Data data) {
            return new Todo(
                    data.read("id", ValueReader.nonNull(ValueReader.ID)),
                    data.read("title", ValueReader.nonNull(ValueReader.STRING)),
                    data.read("isDone", ValueReader.nonNull(ValueReader.BOOLEAN)));
        }
    }

    /** The data of the operation. */
    public record Page(List<Todo> todos) {}

    @Setup
    public void start() throws Exception {
        List<Todo> todos = IntStream.range(0, 20)
                .mapToObj(i -> new Todo("todo-" + i, "Water plant no. " + i, i % 3 == 0))
                .toList();
        Wiring wiring = Wiring.builder()
                .query("todos", (arguments, context) -> todos.subList(0, arguments.integer("first")))
                .type("Todo", Todo.class)
                .build();
        Schema schema = Schema.of(Source.of("todos", SDL));
        server = GraphServer.builder(Engine.builder(schema).wiring(wiring).build())
                .port(0)
                .start();
        var address = server.uri().resolve("graphql");
        client = Client.connect(address.toString());
        client.fetchSchema();
        jdk = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        request = HttpRequest.newBuilder(address)
                .header("content-type", "application/json")
                .header("accept", "application/graphql-response+json")
                .POST(BodyPublishers.ofString(BODY))
                .build();
        ObjectMapper mapper = new ObjectMapper();
        JavaType page = mapper.constructType(Page.class);
        reader = mapper.readerFor(page).at("/data");
        Page expected = new Page(todos);
        Same.requireData(jdkBytes());
        Same.require("page by reader", expected.toString(), perigeeReader().toString());
        Same.require("page by record", expected.toString(), perigeeRecord().toString());
        Same.require("page by Jackson", expected.toString(), jdkAndJackson().toString());
    }

    @TearDown
    public void stop() {
        client.close();
        jdk.shutdownNow();
        server.close();
    }

    /** HTTP alone: the answer is not looked at. */
    @Benchmark
    public byte[] jdkBytes() throws IOException, InterruptedException {
        return jdk.send(request, BodyHandlers.ofByteArray()).body();
    }

    /** As people write it who have no client. */
    @Benchmark
    public Page jdkAndJackson() throws IOException, InterruptedException {
        return reader.readValue(new String(jdkBytes(), UTF_8));
    }

    /** Read as generated code does it. */
    @Benchmark
    public Page perigeeReader() {
        return client.execute(Operation.of(DOCUMENT)
                        .variable("first", 20)
                        .as((Data data) -> new Page(data.read("todos", Todo.LIST))))
                .orThrow();
    }

    /** Read into a record that the client has not seen before. */
    @Benchmark
    public Page perigeeRecord() {
        return client.execute(Operation.of(DOCUMENT).variable("first", 20).as(Page.class))
                .orThrow();
    }

    /** As maps and lists. */
    @Benchmark
    public Map<String, ?> perigeeMap() {
        return client.execute(Operation.of(DOCUMENT).variable("first", 20)).orThrow();
    }
}
