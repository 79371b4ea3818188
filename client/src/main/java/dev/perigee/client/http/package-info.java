/**
 * Requests as bytes, to a server and back. Knows of HTTP, and nothing of documents. A {@link
 * dev.perigee.client.http.Transport} is HTTP itself, or something around another one: credentials, retries, batches. Not
 * for users.
 */
@NullMarked
package dev.perigee.client.http;

import org.jspecify.annotations.NullMarked;
