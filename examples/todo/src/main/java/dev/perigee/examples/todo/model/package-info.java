/** Todos and where they are kept. It was there before there was a graph, and knows nothing of one. */
@NullMarked
package dev.perigee.examples.todo.model;

import org.jspecify.annotations.NullMarked;
