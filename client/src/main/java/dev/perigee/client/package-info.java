/**
 * A client of GraphQL servers that checks what it sends against their schema before any round trip. Uses the language,
 * the schema and the validation of the engine, and nothing that runs. Read {@link dev.perigee.client.Client} first.
 */
@NullMarked
package dev.perigee.client;

import org.jspecify.annotations.NullMarked;
