package dev.perigee.grpc.graph;

import com.google.protobuf.Descriptors.ServiceDescriptor;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which services are in a graph. */
final class ServiceFilter {
    /** For machines that run servers, never for clients. */
    private static final Set<String> MACHINERY =
            Set.of("grpc.reflection", "grpc.health", "grpc.channelz", "grpc.admin", "envoy.service.status");

    /** Part of many services' IDL, whether they are served or not. */
    private static final Set<String> COMMON =
            Set.of("google.longrunning", "google.iam.v1", "google.cloud.location", "google.rpc");

    private final GraphOptions options;

    ServiceFilter(GraphOptions options) {
        this.options = options;
    }

    static boolean isMachinery(ServiceDescriptor service) {
        return GraphOptions.isIn(MACHINERY, service.getFullName());
    }

    /** Why a service is left out; null if it isn't. */
    @Nullable String reasonAgainst(ServiceDescriptor service) {
        String name = service.getFullName();
        if (isMachinery(service)) return "it is there for the running of servers";
        if (GraphOptions.isIn(options.withoutServices, name)) return "the options exclude it";
        if (options.services.isEmpty() && GraphOptions.isIn(COMMON, name)) {
            return "many IDLs have it that don't serve it; the option services adds it, with the others";
        }
        if (options.services.isEmpty() || GraphOptions.isIn(options.services, name)) return null;
        return "it is not among the services that the options list";
    }
}
