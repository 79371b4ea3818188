/** Subscriptions as streams of payloads: WebSocket and server-sent events. Knows nothing of documents. Not for users. */
@NullMarked
package dev.perigee.client.stream;

import org.jspecify.annotations.NullMarked;
