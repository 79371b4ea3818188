/**
 * Arguments to protobuf bytes, and the checks before a call. Uses {@code graph} only.
 */
@NullMarked
package dev.perigee.grpc.input;

import org.jspecify.annotations.NullMarked;
