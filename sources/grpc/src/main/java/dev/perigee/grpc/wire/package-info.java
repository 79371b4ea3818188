/**
 * Protobuf bytes to JSON under a selection, without a tree of messages in between. Uses {@code graph} only.
 */
@NullMarked
package dev.perigee.grpc.wire;

import org.jspecify.annotations.NullMarked;
