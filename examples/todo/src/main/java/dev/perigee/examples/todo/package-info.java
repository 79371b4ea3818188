/** The service: its graph, and who may use it. Read {@code TodoService} first. */
@NullMarked
package dev.perigee.examples.todo;

import org.jspecify.annotations.NullMarked;
