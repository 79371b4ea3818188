package dev.perigee.cli.serve;

import dev.perigee.grpc.channel.UpstreamBuilder;

/**
 * One server of {@code grpc}.
 *
 * @param upstream how to connect to it, complete
 */
record GrpcServerSettings(String name, UpstreamBuilder upstream, IdlPlace idl) {}
