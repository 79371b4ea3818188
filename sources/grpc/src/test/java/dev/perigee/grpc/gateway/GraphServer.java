package dev.perigee.grpc.gateway;

import dev.perigee.data.SourcedSchema;
import dev.perigee.data.Wiring;
import dev.perigee.execution.Engine;
import dev.perigee.execution.Request;
import dev.perigee.execution.Response;
import dev.perigee.grpc.GrpcServer;
import dev.perigee.grpc.GrpcSource;
import dev.perigee.grpc.channel.Upstream;
import dev.perigee.grpc.channel.UpstreamBuilder;
import dev.perigee.language.Source;
import dev.perigee.schema.Schema;
import io.grpc.BindableService;
import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.protobuf.services.ProtoReflectionServiceV1;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A graph over running servers, and the servers. */
final class GraphServer implements AutoCloseable {
    final GrpcSource source;
    final Engine engine;
    private final List<Server> servers;

    private GraphServer(List<Server> servers, GrpcSource source, String overlay, UnaryOperator<Wiring.Builder> code) {
        this.servers = servers;
        this.source = source;
        List<Source> files = overlay.isEmpty() ? List.of() : List.of(Source.of("overlay.graphqls", overlay));
        Schema schema = SourcedSchema.reader(List.of(source), files).read();
        this.engine = Engine.builder(schema)
                .wiring(code.apply(Wiring.builder().source(source)).build())
                .build();
    }

    /** One server, of which nothing is known but what reflection says. */
    static GraphServer of(BindableService service, String overlay, UnaryOperator<GrpcSource.Builder> settings)
            throws Exception {
        return of(service, overlay, upstream -> upstream, settings, wiring -> wiring);
    }

    static GraphServer of(
            BindableService service,
            String overlay,
            UnaryOperator<UpstreamBuilder> upstreams,
            UnaryOperator<GrpcSource.Builder> settings,
            UnaryOperator<Wiring.Builder> code)
            throws Exception {
        Server server = serve(0, service, ProtoReflectionServiceV1.newInstance());
        Upstream upstream = upstreams.apply(to("one", server)).build();
        GrpcSource source = settings.apply(GrpcSource.builder().server(GrpcServer.of(upstream)))
                .build();
        return new GraphServer(List.of(server), source, overlay, code);
    }

    /** Servers that run, as one graph. */
    static GraphServer of(List<Server> servers, GrpcSource source, String overlay) {
        return new GraphServer(servers, source, overlay, wiring -> wiring);
    }

    static UpstreamBuilder to(String name, Server server) {
        return Upstream.to(name, List.of("127.0.0.1:" + server.getPort()));
    }

    static Server serve(int port, BindableService... services) {
        NettyServerBuilder builder =
                NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        for (BindableService service : services) builder.addService(service);
        try {
            return builder.build().start();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    String run(String document) {
        return run(document, Map.of()).toString();
    }

    Response run(String document, Map<String, ?> variables) {
        return engine.execute(Request.builder(document).variables(variables).build());
    }

    @Override
    public void close() {
        source.close();
        servers.forEach(Server::shutdownNow);
    }
}
