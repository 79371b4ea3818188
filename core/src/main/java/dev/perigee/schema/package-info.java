/**
 * The type system: an immutable {@link dev.perigee.schema.Schema}, read from SDL, built in Java or taken from an
 * introspection result, checked by every rule of the specification, printed, compared, and introspected; and the
 * coercion of input values by its types. Uses {@code language} only. Read {@link dev.perigee.schema.Schema} first,
 * then {@link dev.perigee.schema.Type}.
 */
@NullMarked
package dev.perigee.schema;

import org.jspecify.annotations.NullMarked;
