/**
 * Protobuf bytes to JSON under a selection, without a tree of messages in between. Uses {@code graph} only. Read {@link
 * dev.perigee.grpc.wire.MessageWriter} first, then {@code FieldIndex}, which finds what is written.
 */
@NullMarked
package dev.perigee.grpc.wire;

import org.jspecify.annotations.NullMarked;
