/**
 * Where the IDL comes from: proto files, descriptor sets, server reflection. Uses {@code channel} for the last. Read
 * {@link dev.perigee.grpc.idl.Idl} first.
 */
@NullMarked
package dev.perigee.grpc.idl;

import org.jspecify.annotations.NullMarked;
