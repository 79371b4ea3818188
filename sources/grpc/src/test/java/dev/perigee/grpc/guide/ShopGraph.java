package dev.perigee.grpc.guide;

import dev.perigee.data.Headers;
import dev.perigee.data.SourcedSchema;
import dev.perigee.data.Wiring;
import dev.perigee.execution.Engine;
import dev.perigee.grpc.GrpcServer;
import dev.perigee.grpc.GrpcSource;
import dev.perigee.grpc.channel.Upstream;
import dev.perigee.grpc.graph.GraphOptions;
import dev.perigee.grpc.testing.guide.Customer;
import dev.perigee.language.Source;
import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.protobuf.services.ProtoReflectionServiceV1;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;

/** The graph of the guide, over a server of {@link Shop} that runs. */
final class ShopGraph implements AutoCloseable {
    record Note(String text, long authorId) {}

    final Shop shop = new Shop();
    final GrpcSource source;
    final GrpcSource plain;
    final Engine engine;
    private final Server server;

    ShopGraph(List<Source> files) throws Exception {
        server = NettyServerBuilder.forAddress(new InetSocketAddress("localhost", 0))
                .addService(shop.customers)
                .addService(shop.orders)
                .addService(ProtoReflectionServiceV1.newInstance())
                .build()
                .start();
        plain = GrpcSource.builder().server(GrpcServer.of(upstream())).build();
        source = GrpcSource.builder()
                .server(GrpcServer.of(upstream()))
                .options(GraphOptions.builder()
                        .ids("*.id")
                        .connections("shop.v1.Orders.ListOrders")
                        .build())
                .messages(Customer.getDefaultInstance())
                .needs("Customer.greeting", "name")
                .build();
        Wiring wiring = Wiring.builder()
                .source(source)
                .type(
                        "Customer",
                        Customer.class,
                        customer -> customer.field("greeting", one -> "Hello, " + one.getName() + "!"))
                .query("notes", (arguments, context) -> List.of(new Note("Buy more tea.", 2), new Note("Pay.", 3)))
                .build();
        engine = Engine.builder(SourcedSchema.reader(List.of(source), files).read())
                .wiring(wiring)
                .build();
    }

    private Upstream upstream() {
        return Upstream.to("shop", List.of("localhost:" + server.getPort())).build();
    }

    /** As the guide shows a direct call. */
    Map<String, Object> customer(long id) throws InterruptedException {
        return source.gateway(engine.schema())
                .call("GetCustomer", Map.of("id", id), Headers.NONE)
                .asMap();
    }

    @Override
    public void close() {
        source.close();
        plain.close();
        server.shutdownNow();
    }
}
