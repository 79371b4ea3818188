/**
 * Calls: channels, metadata, deadlines, statuses. Uses grpc-java and the engine's data layer; knows nothing of graphs.
 * Read {@link dev.perigee.grpc.channel.Upstream} first.
 */
@NullMarked
package dev.perigee.grpc.channel;

import org.jspecify.annotations.NullMarked;
