package dev.perigee.bench.grpc;

import dev.perigee.data.SourcedSchema;
import dev.perigee.data.Wiring;
import dev.perigee.execution.Engine;
import dev.perigee.grpc.GrpcServer;
import dev.perigee.grpc.GrpcSource;
import dev.perigee.language.Source;
import dev.perigee.server.GraphServer;
import java.net.URI;
import java.util.List;

/** A graph over services as {@code perigee serve} has it: by HTTP. */
final class GatewayServer implements AutoCloseable {
    private final GrpcSource source;
    private final GraphServer server;

    GatewayServer(GrpcServer services, String overlay) throws Exception {
        source = GrpcSource.builder().server(services).build();
        List<Source> files = overlay.isEmpty() ? List.of() : List.of(Source.of("overlay.graphqls", overlay));
        Engine engine = Engine.builder(
                        SourcedSchema.reader(List.of(source), files).read())
                .wiring(Wiring.builder().source(source).build())
                .build();
        server = GraphServer.builder(engine).port(0).start();
    }

    URI uri() {
        return server.uri().resolve("graphql");
    }

    @Override
    public void close() {
        server.close();
        source.close();
    }
}
