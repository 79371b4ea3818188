package dev.perigee.grpc.gateway;

import dev.perigee.data.SourcedSchema;
import dev.perigee.data.Wiring;
import dev.perigee.execution.Engine;
import dev.perigee.execution.Request;
import dev.perigee.execution.Response;
import dev.perigee.grpc.GrpcServer;
import dev.perigee.grpc.GrpcSource;
import dev.perigee.grpc.channel.Upstream;
import dev.perigee.grpc.graph.GraphOptions;
import dev.perigee.language.Source;
import dev.perigee.schema.Schema;
import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.protobuf.services.ProtoReflectionServiceV1;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A real server of {@link SocialService}, and a graph over it that knows nothing but what reflection says. */
final class SocialGraph implements AutoCloseable {
    final SocialService service = new SocialService();
    final GrpcSource source;
    private final Server server;
    private final Engine engine;

    SocialGraph(String overlay) throws Exception {
        this(overlay, UnaryOperator.identity(), wiring -> wiring);
    }

    SocialGraph(String overlay, UnaryOperator<GrpcSource.Builder> settings, UnaryOperator<Wiring.Builder> code)
            throws Exception {
        server = NettyServerBuilder.forAddress(new InetSocketAddress("localhost", 0))
                .addService(service)
                .addService(ProtoReflectionServiceV1.newInstance())
                .build()
                .start();
        Upstream upstream =
                Upstream.to("social", List.of("localhost:" + server.getPort())).build();
        source = settings.apply(GrpcSource.builder()
                        .server(GrpcServer.of(upstream))
                        .options(GraphOptions.builder().ids("*.id").build()))
                .build();
        List<Source> files = overlay.isEmpty() ? List.of() : List.of(Source.of("overlay.graphqls", overlay));
        Schema schema = SourcedSchema.reader(List.of(source), files).read();
        engine = Engine.builder(schema)
                .wiring(code.apply(Wiring.builder().source(source)).build())
                .build();
    }

    Engine engine() {
        return engine;
    }

    String run(String query) {
        return run(query, Map.of()).toString();
    }

    Response run(String query, Map<String, Object> variables) {
        service.calls.clear();
        return engine.execute(Request.builder(query).variables(variables).build());
    }

    @Override
    public void close() {
        source.close();
        server.shutdownNow();
    }
}
