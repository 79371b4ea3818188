/** From server to server: what the client costs beside HTTP alone, and generated wiring beside that of a person. */
@NullMarked
package dev.perigee.bench.typed;

import org.jspecify.annotations.NullMarked;
