/**
 * Java for a schema: types, resolver interfaces, operations of clients, bound to classes that are there already. Read
 * {@link dev.perigee.codegen.Generator} first. In the packages below, an arrow points at what one may use:
 * {@code server} to {@code binding} to {@code code}.
 */
@NullMarked
package dev.perigee.codegen;

import org.jspecify.annotations.NullMarked;
