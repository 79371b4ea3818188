/**
 * Subscriptions as streams of payloads: WebSocket and server-sent events. Knows nothing of documents. Not for users. {@link
 * dev.perigee.client.stream.Subscriptions} is all that a client sees of it; {@code Events} is what both protocols end in, and
 * what to read first.
 */
@NullMarked
package dev.perigee.client.stream;

import org.jspecify.annotations.NullMarked;
