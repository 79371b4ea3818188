package dev.perigee.grpc;

import dev.perigee.grpc.gateway.Services;

/** wip */
public final class Gateway {
    Gateway(Services services) {}
}
