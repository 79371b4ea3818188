/**
 * The gateway: a graph of gRPC services, as users set it up. Read {@link dev.perigee.grpc.GrpcSource} first.
 */
@NullMarked
package dev.perigee.grpc;

import org.jspecify.annotations.NullMarked;
