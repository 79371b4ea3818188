/**
 * gRPC services in Java whose messages are filled from a database under the selection of the request, in batched
 * statements. Uses the SQL source, protobuf and grpc-java. Read {@link dev.perigee.service.MessageHydration} first.
 */
@NullMarked
package dev.perigee.service;

import org.jspecify.annotations.NullMarked;
