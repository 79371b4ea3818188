/**
 * Writing JSON as UTF-8 bytes. Uses no other package. Read {@link dev.perigee.json.JsonWriter}.
 */
@NullMarked
package dev.perigee.json;

import org.jspecify.annotations.NullMarked;
