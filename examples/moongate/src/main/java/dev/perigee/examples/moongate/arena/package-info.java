/** The service of another team: it has no database, knows nothing of selections, and was there before the graph. */
@NullMarked
package dev.perigee.examples.moongate.arena;

import org.jspecify.annotations.NullMarked;
