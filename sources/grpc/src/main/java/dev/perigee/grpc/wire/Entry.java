package dev.perigee.grpc.wire;

import dev.perigee.json.JsonName;

/**
 * A selected field, compiled. Immutable.
 *
 * @param condition a number for {@code isConditional}, from 0; -1 if the field is always written
 */
record Entry<K>(K key, String responseName, JsonName jsonName, int condition, Content<K> content) {}
