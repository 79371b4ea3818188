/**
 * Calls: channels, metadata, deadlines, statuses. Knows nothing of graphs.
 */
@NullMarked
package dev.perigee.grpc.channel;

import org.jspecify.annotations.NullMarked;
