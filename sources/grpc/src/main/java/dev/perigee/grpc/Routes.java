package dev.perigee.grpc;

import com.google.protobuf.Descriptors.MethodDescriptor;
import com.google.protobuf.Descriptors.ServiceDescriptor;
import dev.perigee.grpc.channel.Upstream;
import dev.perigee.grpc.gateway.Router;
import dev.perigee.grpc.graph.GraphOptions;
import dev.perigee.grpc.idl.Idl;
import dev.perigee.grpc.pushdown.PushDownSettings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which server serves a service: the first that names it, else the first whose IDL has it. Immutable. */
final class Routes implements Router {
    private final Map<String, GrpcServer> byService;

    private Routes(Map<String, GrpcServer> byService) {
        this.byService = byService;
    }

    /** @param services of each server's IDL, by full name */
    static Routes of(Map<GrpcServer, List<String>> services) {
        Map<String, GrpcServer> byService = new LinkedHashMap<>();
        services.forEach((server, names) -> {
            for (String name : names) if (server.names(name)) byService.putIfAbsent(name, server);
        });
        services.forEach((server, names) -> {
            for (String name : names) if (server.serves(name)) byService.putIfAbsent(name, server);
        });
        return new Routes(byService);
    }

    @Override
    public Upstream upstream(MethodDescriptor method) {
        return server(method).upstream();
    }

    @Override
    public PushDownSettings pushDown(MethodDescriptor method) {
        return server(method).pushDownOf(method.getService().getFullName() + "/" + method.getName());
    }

    private GrpcServer server(MethodDescriptor method) {
        String service = method.getService().getFullName();
        GrpcServer server = byService.get(service);
        if (server == null) throw new IllegalStateException("No server serves " + service);
        return server;
    }

    /** The options without services that no server is there for, such as those of imported files. */
    GraphOptions only(GraphOptions options, Idl idl) {
        String[] others = idl.services().stream()
                .map(ServiceDescriptor::getFullName)
                .filter(service -> !byService.containsKey(service))
                .toArray(String[]::new);
        return others.length == 0
                ? options
                : options.toBuilder().withoutServices(others).build();
    }
}
