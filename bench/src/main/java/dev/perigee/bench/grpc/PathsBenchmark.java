package dev.perigee.bench.grpc;

import dev.perigee.bench.Same;
import dev.perigee.bench.grpc.catalog.CatalogGrpc;
import dev.perigee.bench.grpc.catalog.CatalogGrpc.CatalogBlockingStub;
import dev.perigee.bench.grpc.catalog.ListItemsReply;
import dev.perigee.bench.grpc.catalog.ListItemsRequest;
import dev.perigee.grpc.GrpcServer;
import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The ways to one reply, for sixteen clients at a time: twenty items with six fields of twenty. By gRPC alone; by HTTP from
 * a handler that calls gRPC and writes the reply by hand; from the gateway; and from the same graph without gRPC's network.
 * Clients, servers and the service share one process and its cores.
 */
@State(Scope.Benchmark)
@Threads(16)
@Fork(
        value = 2,
        jvmArgsAppend = {"-Xms1g", "-Xmx1g"})
@Warmup(iterations = 16, time = 2) // two cores take so long to compile all of it under load
@Measurement(iterations = 6, time = 2)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class PathsBenchmark {
    static final int ITEMS = 20;

    private static final String BODY =
            "{\"query\":\"{ listItems(count: 20) { items { id name price active category url } } }\"}";

    private LocalServer service;
    private ManagedChannel channel;
    private CatalogBlockingStub stub;
    private ByHandServer byHand;
    private GatewayServer gateway;
    private GatewayServer inProcess;

    @Setup
    public void start() throws Exception {
        service = LocalServer.startDirect(new CatalogService());
        channel = NettyChannelBuilder.forAddress("localhost", service.port())
                .usePlaintext()
                .directExecutor()
                .build();
        stub = CatalogGrpc.newBlockingStub(channel);
        byHand = new ByHandServer(channel);
        gateway = new GatewayServer(service.inGraph("catalog"), "");
        inProcess = new GatewayServer(GrpcServer.inProcess("catalog", List.of(new CatalogService())), "");
        try (Clients clients = new Clients()) {
            clients.open(this);
            byte[] expected = clients.byHand.send();
            Same.require("the gateway's reply", expected, clients.gateway.send());
            Same.require("the reply without gRPC", expected, clients.inProcess.send());
        }
    }

    /** The connections of one thread. */
    @State(Scope.Thread)
    public static class Clients implements AutoCloseable {
        private HttpConnection byHand;
        private HttpConnection gateway;
        private HttpConnection inProcess;

        @Setup
        public void open(PathsBenchmark servers) throws Exception {
            byHand = new HttpConnection(servers.byHand.uri(), BODY);
            gateway = new HttpConnection(servers.gateway.uri(), BODY);
            inProcess = new HttpConnection(servers.inProcess.uri(), BODY);
        }

        @TearDown
        @Override
        public void close() throws Exception {
            byHand.close();
            gateway.close();
            inProcess.close();
        }
    }

    @TearDown
    public void stop() {
        gateway.close();
        inProcess.close();
        byHand.close();
        channel.shutdownNow();
        service.close();
    }

    @Benchmark
    public ListItemsReply grpcAlone() {
        return stub.listItems(ListItemsRequest.newBuilder().setCount(ITEMS).build());
    }

    @Benchmark
    public byte[] byHand(Clients clients) throws Exception {
        return clients.byHand.send();
    }

    @Benchmark
    public byte[] gateway(Clients clients) throws Exception {
        return clients.gateway.send();
    }

    @Benchmark
    public byte[] inProcess(Clients clients) throws Exception {
        return clients.inProcess.send();
    }
}
