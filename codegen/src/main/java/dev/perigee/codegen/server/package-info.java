/**
 * What a server needs of a schema: types, resolver interfaces, and the wiring that binds both to the engine. Read
 * {@code ServerCode} first.
 */
@NullMarked
package dev.perigee.codegen.server;

import org.jspecify.annotations.NullMarked;
