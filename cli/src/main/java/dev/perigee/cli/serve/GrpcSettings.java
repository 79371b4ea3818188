package dev.perigee.cli.serve;

import dev.perigee.grpc.graph.GraphOptions;
import java.time.Duration;
import java.util.List;

/**
 * What {@code perigee.yaml} and the command line say of gRPC servers.
 *
 * @param hasRpc whether methods can be called without a GraphQL document
 * @param poll how often to look whether the IDL has changed
 */
record GrpcSettings(
        List<GrpcServerSettings> servers, GraphOptions options, boolean hasRpc, Reload reload, Duration poll) {
    GrpcSettings {
        servers = List.copyOf(servers);
    }
}
