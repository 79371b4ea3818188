/** A model that is there before the graph, and what the graph needs besides. */
@NullMarked
package dev.perigee.sample;

import org.jspecify.annotations.NullMarked;
