package dev.perigee.grpc;

import dev.perigee.grpc.channel.HeaderRules;
import dev.perigee.grpc.channel.Upstream;
import dev.perigee.grpc.idl.IdlSource;
import dev.perigee.grpc.idl.Reflection;
import dev.perigee.grpc.pushdown.PushDownSettings;
import io.grpc.BindableService;
import io.grpc.ServerInterceptor;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A server of gRPC services as a part of a graph: how it is called, and where its IDL comes from. Immutable.
 *
 * <pre>{@code
 * GrpcServer users = GrpcServer.of(Upstream.to("users", List.of("users.example.com:443")).tls().build());
 * }</pre>
 */
public final class GrpcServer {
    private final Upstream upstream;
    private final IdlSource idl;
    private final Set<String> services;
    private final PushDownSettings pushDown;
    private final Map<String, PushDownSettings> methodPushDowns;

    private GrpcServer(
            Upstream upstream,
            IdlSource idl,
            Set<String> services,
            PushDownSettings pushDown,
            Map<String, PushDownSettings> methodPushDowns) {
        this.upstream = upstream;
        this.idl = idl;
        this.services = Set.copyOf(services);
        this.pushDown = pushDown;
        this.methodPushDowns = Map.copyOf(methodPushDowns);
    }

    /** A server that tells its IDL by reflection. */
    public static GrpcServer of(Upstream upstream) {
        return of(upstream, Reflection.of(upstream.channel()));
    }

    public static GrpcServer of(Upstream upstream, IdlSource idl) {
        return new GrpcServer(upstream, idl, Set.of(), PushDownSettings.DEFAULTS, Map.of());
    }

    /** Services in this process, called without a network. Their IDL is that of their generated classes. */
    public static GrpcServer inProcess(String name, List<BindableService> services, ServerInterceptor... interceptors) {
        return of(Upstream.inProcess(name, services, interceptors), IdlSource.of(GeneratedIdl.of(services)));
    }

    /** Only these services of it, by full name; all but gRPC's own if none are named. */
    public GrpcServer services(String... names) {
        return new GrpcServer(upstream, idl, Set.of(names), pushDown, methodPushDowns);
    }

    /** Which headers of requests it sees, and which of its metadata come back. */
    public GrpcServer headers(HeaderRules rules) {
        return new GrpcServer(upstream.with(rules), idl, services, pushDown, methodPushDowns);
    }

    /** How its methods are told what is selected. */
    public GrpcServer pushDown(PushDownSettings settings) {
        return new GrpcServer(upstream, idl, services, settings, methodPushDowns);
    }

    /** How one of its methods is told. @param method such as {@code acme.v1.Users/GetUser} */
    public GrpcServer pushDown(String method, PushDownSettings settings) {
        Map<String, PushDownSettings> more = new TreeMap<>(methodPushDowns);
        more.put(method, settings);
        return new GrpcServer(upstream, idl, services, pushDown, more);
    }

    public Upstream upstream() {
        return upstream;
    }

    public IdlSource idl() {
        return idl;
    }

    /** Whether the service was named for it. */
    boolean names(String service) {
        return services.contains(service);
    }

    boolean serves(String service) {
        return services.isEmpty() || services.contains(service);
    }

    PushDownSettings pushDownOf(String method) {
        return methodPushDowns.getOrDefault(method, pushDown);
    }
}
