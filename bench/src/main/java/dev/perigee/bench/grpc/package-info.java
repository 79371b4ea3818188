/**
 * Replies of gRPC services as JSON, by Perigee and by what people use for it today: the same bytes of protobuf, and the same
 * bytes of JSON. Read {@link dev.perigee.bench.grpc.TranscodeBenchmark} first.
 */
@NullMarked
package dev.perigee.bench.grpc;

import org.jspecify.annotations.NullMarked;
