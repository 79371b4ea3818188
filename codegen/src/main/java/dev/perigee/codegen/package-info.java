/** Java for a schema: types, resolver interfaces, operations of clients, bound to classes that are there already. */
@NullMarked
package dev.perigee.codegen;

import org.jspecify.annotations.NullMarked;
